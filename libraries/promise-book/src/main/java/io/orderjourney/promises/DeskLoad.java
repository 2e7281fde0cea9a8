package io.orderjourney.promises;

import io.orderjourney.contracts.state.DeskPolicy;
import java.time.Duration;

/** How many open promises a desk must keep before a new one. */
public record DeskLoad(long openPromises) {

    public static final DeskLoad NONE = new DeskLoad(0);

    /** How long the desk works on what is already there. */
    Duration workAhead(DeskPolicy desk) {
        return Duration.ofMinutes(openPromises * 60 / Math.max(1, desk.perHour()));
    }
}
