package io.orderjourney.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of this process that has timers or waiting work. Before a demo clock jumps it asks each of them how much work is due
 * now, and when the next work falls due.
 */
public interface PendingWork {

    /** How many pieces of work are due at this business time and not done yet. */
    long due(Instant now);

    /** The next business time at which work falls due, or null if none is planned. */
    @Nullable
    Instant nextDueAt();
}
