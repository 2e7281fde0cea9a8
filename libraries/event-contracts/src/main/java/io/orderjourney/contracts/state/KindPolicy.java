package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop may promise for one kind. Durations are business time of the desk, except {@code autoRescheduleBefore}.
 *
 * @param desk who owns promises of this kind
 * @param partner whose part it needs from outside: {@code bank}, {@code supplier}; absent for none
 * @param precision how exactly it is said
 * @param lead the least time between making the promise and its due time
 * @param handling how long the desk needs once all it waits for is there
 * @param rescheduleBy how far its date is put back when nothing is known but that it was not done
 * @param waitsFor kinds of the same journey that come before, as far as the journey has them
 * @param remindBefore before dueAt the desk is reminded
 * @param requestNewDateBefore before dueAt the desk is asked for a new date
 * @param autoRescheduleBefore before dueAt, in time of the customer's day: the system reschedules the promise by itself
 * @param needsConfirmation an agreed time that somebody must confirm before {@code autoRescheduleBefore}
 * @param step what happens next, in words for staff
 */
public record KindPolicy(
        Desk desk,
        @Nullable String partner,
        Precision precision,
        Duration lead,
        Duration handling,
        Duration rescheduleBy,
        List<PromiseKind> waitsFor,
        Duration remindBefore,
        Duration requestNewDateBefore,
        Duration autoRescheduleBefore,
        boolean needsConfirmation,
        String step) {}
