package io.orderjourney.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something in this process that has timers or waiting work. A demo clock asks all of them before it jumps: how much is
 * waiting right now, and when is the next moment at which there will be some?
 */
public interface Unsettled {

    /** How many pieces of work are due at this business time and not done yet. */
    long due(Instant now);

    /** The next business time at which work falls due, or null if none is planned. */
    @Nullable
    Instant nextDueAt();
}
