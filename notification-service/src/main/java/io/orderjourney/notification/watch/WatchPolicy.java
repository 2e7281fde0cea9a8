package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.watch.Verdict.Ask;
import io.orderjourney.notification.watch.Verdict.Speech;
import io.orderjourney.notification.watch.Verdict.SystemMove;
import io.orderjourney.notification.watch.Verdict.Warning;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.ShopTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the watch does about one promise. Whatever happened (a call, an ETA, a roster, time), the path is the same: compare
 * the forecast and the levels that time reached with what was said and done before, and do each thing once.
 */
public final class WatchPolicy {

    /** A forecast that shifts by less is no news to the owner. */
    static final Duration FORECAST_SHIFT_MIN = Duration.ofMinutes(30);

    /** A promise that will be kept earlier by less than this does not earn the customer's attention. */
    static final Duration GOOD_NEWS_MIN = Duration.ofHours(2);

    private final ShopTerms terms;
    private final Instant now;

    public WatchPolicy(ShopTerms terms, Instant now) {
        this.terms = terms;
        this.now = now;
    }

    /**
     * What to do next about an open promise.
     *
     * @param reached levels that nobody acted on yet
     * @param said every date said about it
     */
    public Verdict decide(
            Promise promise,
            Expectation expectation,
            WatchRecord record,
            Collection<ReachedRung> reached,
            DatesSaid said) {
        Integer missedRevision = missedRevision(record, reached);
        GrantedDate proposal = PromiseDates.at(now, terms).proposal(promise, expectation);
        EscalationLevel highest = highestOf(promise, reached);
        if (speaksOverTheDesk(promise, highest)) {
            RiskCause cause =
                    highest == EscalationLevel.OVERDUE ? RiskCause.TIME_PASSING : causeOf(promise, expectation);
            return new Verdict(
                    false,
                    missedRevision,
                    List.of(),
                    List.of(new Ask(DeskTaskKind.RESCHEDULED_BY_SYSTEM, proposal.dueAt())),
                    new SystemMove(proposal, cause),
                    Speech.NOTHING);
        }
        List<Warning> warnings = new ArrayList<>();
        List<Ask> asks = new ArrayList<>();
        if (highest == EscalationLevel.REQUEST_NEW_DATE || highest == EscalationLevel.REMINDER) {
            warnings.add(new Warning(highest, causeOf(promise, expectation), expectation.expectedAt(), proposal));
            DeskTaskKind task =
                    highest == EscalationLevel.REQUEST_NEW_DATE ? DeskTaskKind.NEW_DATE : DeskTaskKind.REMINDER;
            asks.add(new Ask(task, promise.anchorAt()));
        }
        if (isNewSlip(promise, expectation, record)) {
            warnings.add(
                    new Warning(EscalationLevel.FORESEEN, expectation.cause(), expectation.expectedAt(), proposal));
        }
        boolean planRungs = record.plannedRevision() < promise.revision();
        return new Verdict(planRungs, missedRevision, warnings, asks, null, speech(promise, record, said));
    }

    /**
     * The date the customer has in hand passed, and he had not heard of another one. A date he never heard of cannot be
     * broken to him, and one he was told to forget neither.
     */
    private static @Nullable Integer missedRevision(WatchRecord record, Collection<ReachedRung> reached) {
        boolean passed = reached.stream()
                .anyMatch(
                        level -> level.level() == EscalationLevel.MISSED && level.revision() == record.toldRevision());
        return passed ? record.toldRevision() : null;
    }

    /** Rungs of an earlier revision are over. */
    private static EscalationLevel highestOf(Promise promise, Collection<ReachedRung> reached) {
        return reached.stream()
                .filter(level -> level.revision() == promise.revision())
                .map(ReachedRung::level)
                .reduce(EscalationLevel.FORESEEN, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private static boolean speaksOverTheDesk(Promise promise, EscalationLevel highest) {
        if (highest == EscalationLevel.AUTO_RESCHEDULE) {
            boolean agreedAndVouchedFor = promise.windowStartAt() != null && promise.isConfirmed();
            return !agreedAndVouchedFor;
        }
        return highest == EscalationLevel.OVERDUE || highest == EscalationLevel.MISSED;
    }

    private RiskCause causeOf(Promise promise, Expectation expectation) {
        boolean needsConfirmation = terms.kind(promise.kind()).needsConfirmation();
        return needsConfirmation && !promise.isConfirmed() && !expectation.isSlip(promise)
                ? RiskCause.NOT_CONFIRMED
                : expectation.cause();
    }

    private static boolean isNewSlip(Promise promise, Expectation expectation, WatchRecord record) {
        boolean causeIsKnown = expectation.cause() != RiskCause.TIME_PASSING;
        if (!causeIsKnown || !expectation.isSlip(promise)) {
            return false;
        }
        Instant before = record.foreseenAt();
        return record.foreseenRevision() < promise.revision()
                || before == null
                || Duration.between(before, expectation.expectedAt()).abs().compareTo(FORECAST_SHIFT_MIN) >= 0;
    }

    private static Speech speech(Promise promise, WatchRecord record, DatesSaid said) {
        if (promise.revision() <= record.settledRevision()) {
            return Speech.NOTHING;
        }
        SaidDate believed = said.at(record.spokenRevision());
        return isWorthTelling(promise, believed, said.reason()) ? Speech.ANNOUNCE : Speech.KEEP_QUIET;
    }

    private static boolean isWorthTelling(Promise promise, SaidDate believed, @Nullable ReasonCode reason) {
        Duration shift = Duration.between(believed.anchorAt(), promise.anchorAt());
        // An agreed time counts to the minute; a date by which something is done may quietly be beaten.
        boolean agreed = promise.windowStartAt() != null || reason == ReasonCode.CUSTOMER_ASKED;
        boolean later = promise.dueAt().isAfter(believed.dueAt());
        Instant firstPromisedAt = promise.firstPromisedAt();
        // A customer who was told of a delay rearranged his day: that it does not happen is worth a word.
        boolean recovered =
                believed.dueAt().isAfter(firstPromisedAt) && !promise.dueAt().isAfter(firstPromisedAt);
        return (agreed && !shift.isZero())
                || later
                || recovered
                || shift.negated().compareTo(GOOD_NEWS_MIN) >= 0;
    }
}
