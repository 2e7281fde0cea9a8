package io.orderjourney.notification.watch;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A timer to add.
 *
 * @param about the promise; the journey itself if it is only to be looked at again
 * @param revision of the promise; 0 if the timer is about none
 * @param level what is reached then; absent if the journey is only to be looked at again
 */
public record NewTimer(
        UUID journeyId, UUID about, int revision, @Nullable EscalationLevel level, Instant at) {

    /** The levels of a promise at its present revision. */
    public static List<NewTimer> levels(Promise promise, List<LevelAt> plan) {
        return plan.stream()
                .map(planned -> new NewTimer(
                        promise.journeyId(), promise.id(), promise.revision(), planned.level(), planned.at()))
                .toList();
    }

    /** The end of an earlier date of a promise, which the customer still has in hand. */
    public static NewTimer end(Promise promise, int revision, Instant dueAt) {
        return new NewTimer(promise.journeyId(), promise.id(), revision, EscalationLevel.MISSED, dueAt);
    }

    /** The watch will reassess a journey at this instant, whatever happens. */
    public static NewTimer reassess(UUID journeyId, Instant at) {
        return new NewTimer(journeyId, journeyId, 0, null, at);
    }
}
