package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done with a claimed delivery, decided shortly before its channel is asked. */
sealed interface Prepared {

    /**
     * It goes to its channel.
     *
     * @param notice what of it is valid
     * @param renderedAt when the message was rendered: it could name what was promised by then
     */
    record Ready(Notice notice, Message message, Instant renderedAt) implements Prepared {}

    /**
     * Its channel is not asked now.
     *
     * @param state what becomes of the delivery
     * @param tryAfter when to try again; absent if never
     */
    record Unsent(DeliveryState state, @Nullable Instant tryAfter, String why) implements Prepared {

        static Unsent never(String why) {
            return new Unsent(DeliveryState.SUPPRESSED, null, why);
        }

        /** While it waits, what may have arrived before stays unknown. */
        static Unsent later(Delivery attempt, Instant tryAfter, String why) {
            return new Unsent(attempt.state(), tryAfter, why);
        }
    }

    /** This channel will never accept it: what is still valid must go out on another one. */
    record Unreachable(Notice notice, String why) implements Prepared {}
}
