package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.Rung;
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

/**
 * What the watch does about one promise. Whatever happened (a call, an ETA, a roster, time), the path is the same: compare
 * the forecast and the rungs that time reached with what was said and done before, and do each thing once.
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
     * What to do next about an open promise; empty when everything is done. After a {@link Decision.MoveBySystem} the
     * promise is another one and must be looked at again.
     *
     * @param reached rungs that nobody acted on yet
     * @param believed the date the customer was last told, or is being told
     */
    public List<Decision> decide(
            Promise promise,
            Expectation expectation,
            WatchRecord record,
            Collection<ReachedRung> reached,
            SaidDate believed) {
        List<Decision> decisions = new ArrayList<>();
        if (record.plannedRevision() < promise.revision()) {
            decisions.add(new Decision.PlanRungs());
        }
        reached.stream()
                .filter(rung -> rung.rung() == Rung.DUE && record.toldRevision() <= rung.revision())
                .forEach(rung -> decisions.add(new Decision.DeclareBroken(rung.revision())));
        Rung highest = highestOf(promise, reached);
        if (speaksOverTheDesk(promise, highest)) {
            decisions.add(move(promise, expectation, highest));
            decisions.add(new Decision.AskDesk(DeskTaskKind.MOVED_BY_SYSTEM, promise.dueAt()));
            return decisions;
        }
        GrantedDate proposal = PromiseDates.at(now, terms).proposal(promise, expectation);
        if (highest == Rung.ASK || highest == Rung.NUDGE) {
            decisions.add(
                    new Decision.WarnOwner(highest, causeOf(promise, expectation), expectation.expectedAt(), proposal));
            decisions.add(new Decision.AskDesk(
                    highest == Rung.ASK ? DeskTaskKind.NEW_DATE : DeskTaskKind.NUDGE, promise.anchorAt()));
        }
        if (isNewSlip(promise, expectation, record)) {
            decisions.add(
                    new Decision.WarnOwner(Rung.FORESEEN, expectation.cause(), expectation.expectedAt(), proposal));
        }
        if (promise.revision() > record.announcedRevision()) {
            decisions.add(isWorthTelling(promise, believed) ? new Decision.Announce() : new Decision.KeepQuiet());
        }
        return decisions;
    }

    /** Rungs of an earlier revision are over, except that an unkept date may still turn out to be broken. */
    private static Rung highestOf(Promise promise, Collection<ReachedRung> reached) {
        return reached.stream()
                .filter(rung -> rung.revision() == promise.revision())
                .map(ReachedRung::rung)
                .reduce(Rung.FORESEEN, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private static boolean speaksOverTheDesk(Promise promise, Rung highest) {
        if (highest == Rung.LAST_WORD) {
            boolean agreedAndVouchedFor = promise.windowStartAt() != null && promise.isAssured();
            return !agreedAndVouchedFor;
        }
        return highest == Rung.OVERRUN || highest == Rung.DUE;
    }

    private Decision move(Promise promise, Expectation expectation, Rung highest) {
        GrantedDate date = PromiseDates.at(now, terms).proposal(promise, expectation);
        RiskCause cause = highest == Rung.OVERRUN ? RiskCause.TIME_PASSING : causeOf(promise, expectation);
        return new Decision.MoveBySystem(date, cause);
    }

    private RiskCause causeOf(Promise promise, Expectation expectation) {
        boolean needsAssurance = terms.kind(promise.kind()).needsAssurance();
        return needsAssurance && !promise.isAssured() && !expectation.isSlip(promise)
                ? RiskCause.NOT_ASSURED
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

    private static boolean isWorthTelling(Promise promise, SaidDate believed) {
        Duration shift = Duration.between(believed.anchorAt(), promise.anchorAt());
        // An agreed time counts to the minute; a date by which something is done may quietly be beaten.
        boolean agreed = promise.windowStartAt() != null && !shift.isZero();
        boolean later = promise.dueAt().isAfter(believed.dueAt());
        return agreed || later || shift.negated().compareTo(GOOD_NEWS_MIN) >= 0;
    }
}
