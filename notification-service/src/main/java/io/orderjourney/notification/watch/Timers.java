package io.orderjourney.notification.watch;

import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The escalation levels that time will reach. Every call joins the running transaction. */
public interface Timers {

    /** Adds the levels of a promise at its present revision. */
    void schedule(Promise promise, List<EscalationPolicy.LevelAt> levels);

    /** Adds the end of an earlier date of the promise, which the customer still has in hand. */
    void scheduleEnd(Promise promise, int revision, Instant dueAt);

    /** The watch will reassess a journey at this instant, whatever happens. */
    void reassessAt(UUID journeyId, Instant at);

    /**
     * Fires what is due: each timer is deleted, and if it still means something the fact that its level was reached is
     * written and its journey is requeued; all in one statement.
     *
     * @param atMost so many of them, from each part of the table its share
     * @return how many were fired
     */
    int fire(Instant now, int atMost);

    /** The earliest instant at which a timer is due; null if there is none. */
    @Nullable
    Instant nextFireAt();
}
