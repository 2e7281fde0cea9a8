package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;

/** The requested date cannot be promised; the earliest one that can is named. */
public final class PromiseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant nextPossibleAt;

    PromiseRefused(PromiseKind kind, String why, Instant nextPossibleAt) {
        super(kind + " cannot be promised for that time: " + why);
        this.nextPossibleAt = nextPossibleAt;
    }

    /** The earliest due time (for a window: its start) that would be granted. */
    public Instant nextPossibleAt() {
        return nextPossibleAt;
    }
}
