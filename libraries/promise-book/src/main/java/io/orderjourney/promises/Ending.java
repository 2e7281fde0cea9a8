package io.orderjourney.promises;

import java.time.Instant;

/** How a promise ended. An open promise has none. */
public sealed interface Ending {

    /** Business time. */
    Instant at();

    /**
     * What was promised is done.
     *
     * @param evidence by what it can be seen, e.g. {@code notice 0195...} or {@code call 2 by sales:anna}
     */
    record Kept(Instant at, String evidence) implements Ending {}

    /** Nobody waits for it any more. */
    record Withdrawn(Instant at) implements Ending {}
}
