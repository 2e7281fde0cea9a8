package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done with a claimed delivery, decided right before its channel is asked. */
sealed interface Prepared {

    /**
     * It goes to its channel.
     *
     * @param notice what of it is true
     * @param writtenAt what was promised by then, the message could name
     */
    record Ready(Notice notice, Message message, Instant writtenAt) implements Prepared {}

    /**
     * Its channel is not asked now.
     *
     * @param state what becomes of the delivery
     * @param tryAfter when to look again; absent if never
     */
    record Unsent(DeliveryState state, @Nullable Instant tryAfter, String why) implements Prepared {

        static Unsent never(String why) {
            return new Unsent(DeliveryState.SUPPRESSED, null, why);
        }

        /** What may have arrived before is still unknown while it waits. */
        static Unsent later(Delivery attempt, Instant tryAfter, String why) {
            return new Unsent(attempt.state(), tryAfter, why);
        }
    }

    /** This channel will never take it: what is still true of it must go another way. */
    record NoWay(Notice notice, String why) implements Prepared {}

    /** The lease ran out before the attempt began: what becomes of the delivery is for the next sender to say. */
    record TakenOver() implements Prepared {}
}
