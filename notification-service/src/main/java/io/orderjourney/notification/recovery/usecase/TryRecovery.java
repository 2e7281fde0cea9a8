package io.orderjourney.notification.recovery.usecase;

import io.orderjourney.notification.recovery.PastFailure;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.RecoveryTrial;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a ladder on what happened: reads the past in slices, each a transaction of its own, and changes nothing. */
@ApplicationScoped
public class TryRecovery {

    /** Further back a trial does not look. */
    public static final int WEEKS_MAX = 26;

    private static final int SLICE = 500;

    /** More failures than these are not tried: the shop needs no trial to see what is wrong. */
    private static final int FAILURES_MAX = 100_000;

    private final ReadRecoveries recoveries;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    TryRecovery(ReadRecoveries recoveries, CurrentTerms terms, BusinessClock clock) {
        this.recoveries = recoveries;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What came of a trial.
     *
     * @param since from when on it looked
     * @param complete whether it saw all; a shop with more failures than it reads is told so
     */
    public record Tried(RecoveryTrial.Outcome outcome, Instant since, boolean complete) {}

    /** @param weeks how far it looks back, at most {@link #WEEKS_MAX} */
    public Tried over(int weeks, RecoveryPolicy policy) {
        Instant since = clock.instant().minus(Duration.ofDays(7L * weeks));
        RecoveryTrial trial = new RecoveryTrial(policy, terms.get().zone());
        PastFailure last = null;
        for (int read = 0; read < FAILURES_MAX; read += SLICE) {
            List<PastFailure> slice = slice(since, last);
            slice.forEach(trial::add);
            if (slice.size() < SLICE) {
                return new Tried(trial.outcome(), since, true);
            }
            last = slice.get(SLICE - 1);
        }
        return new Tried(trial.outcome(), since, false);
    }

    private List<PastFailure> slice(Instant since, @Nullable PastFailure last) {
        return recoveries.pastFailures(since, last, SLICE);
    }
}
