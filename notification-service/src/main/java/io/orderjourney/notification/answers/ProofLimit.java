package io.orderjourney.notification.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a proof may be wrong: a person mistypes a few times; a machine that guesses gets no further with one order, or with
 * one address, for an hour.
 */
public final class ProofLimit {

    static final int FAILURES_MAX = 5;
    static final Duration REMEMBERED = Duration.ofHours(1);

    private final FailedProofs failures;

    public ProofLimit(FailedProofs failures) {
        this.failures = failures;
    }

    /** @param keys of what is tried; one that was tried too often is enough */
    public boolean isReached(List<String> keys, Instant now) {
        return failures.since(keys, now.minus(REMEMBERED)) >= FAILURES_MAX;
    }

    public void failed(List<String> keys, Instant now) {
        failures.record(keys, now, now.minus(REMEMBERED));
    }
}
