package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The escalation levels that time will reach. Every call joins the running transaction. */
public interface Timers {

    /** Adds timers in one statement; one that is there already stays. */
    void add(Collection<NewTimer> timers);

    /** The watch will reassess a journey at this instant, whatever happens. */
    default void reassessAt(UUID journeyId, Instant at) {
        add(List.of(NewTimer.reassess(journeyId, at)));
    }

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
