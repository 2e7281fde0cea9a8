package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the watch does about one promise. Whatever happened (a call, an ETA, a roster, time), the path is the same: compare
 * the forecast and the escalation levels reached with what was said and done before, and do each thing once.
 */
public final class WatchPolicy {

    /** One rule of the watch. */
    private interface WatchRule {

        /** What this rule demands now; empty if nothing. */
        Optional<Action> check(Situation situation);
    }

    /** A forecast that shifts by less is not reported again. */
    static final Duration FORECAST_SHIFT_MIN = Duration.ofMinutes(30);

    /** A promise that will be kept earlier by less than this is not worth a message. */
    static final Duration GOOD_NEWS_MIN = Duration.ofHours(2);

    /** All rules, in the order in which they are checked and carried out. */
    private static final List<WatchRule> RULES = List.of(
            WatchPolicy::declareMissedWithoutNotice,
            WatchPolicy::rescheduleForTheDesk,
            WatchPolicy::scheduleEscalation,
            WatchPolicy::remindDesk,
            WatchPolicy::requestNewDate,
            WatchPolicy::reportPredictedSlip,
            WatchPolicy::notifyCustomer,
            WatchPolicy::suppressImmaterialNotice);

    private WatchPolicy() {}

    /** What to do now, in this order. Nothing follows a reschedule: the other rules look at the new date. */
    public static List<Action> decide(Situation situation) {
        List<Action> actions = new ArrayList<>();
        for (WatchRule rule : RULES) {
            Optional<Action> action = rule.check(situation);
            action.ifPresent(actions::add);
            if (action.orElse(null) instanceof Action.Reschedule) {
                break;
            }
        }
        return actions;
    }

    /** A date that the customer never learned, or that was replaced in time, cannot be missed. */
    private static Optional<Action> declareMissedWithoutNotice(Situation situation) {
        int confirmed = situation.state().confirmedRevision();
        boolean passed = situation.reached().stream()
                .anyMatch(one -> one.level() == EscalationLevel.MISSED && one.revision() == confirmed);
        return when(passed, new Action.DeclareMissed(confirmed));
    }

    /** A window that somebody confirmed is left alone until it is nearly over. */
    private static Optional<Action> rescheduleForTheDesk(Situation situation) {
        EscalationLevel level = situation.level();
        Promise promise = situation.promise();
        boolean confirmedWindow = promise.windowStartAt() != null && promise.isConfirmed();
        boolean overridesDesk = level == EscalationLevel.OVERDUE
                || level == EscalationLevel.MISSED
                || (level == EscalationLevel.AUTO_RESCHEDULE && !confirmedWindow);
        if (!overridesDesk) {
            return Optional.empty();
        }
        RiskCause cause = level == EscalationLevel.OVERDUE ? RiskCause.TIME_PASSING : situation.cause();
        return Optional.of(new Action.Reschedule(situation.proposal(), cause));
    }

    private static Optional<Action> scheduleEscalation(Situation situation) {
        return when(
                situation.state().scheduledRevision() < situation.promise().revision(),
                new Action.ScheduleEscalation());
    }

    private static Optional<Action> remindDesk(Situation situation) {
        return askDeskAt(EscalationLevel.REMINDER, DeskTaskKind.REMINDER, situation);
    }

    private static Optional<Action> requestNewDate(Situation situation) {
        return askDeskAt(EscalationLevel.REQUEST_NEW_DATE, DeskTaskKind.NEW_DATE, situation);
    }

    private static Optional<Action> askDeskAt(EscalationLevel level, DeskTaskKind task, Situation situation) {
        if (situation.level() != level) {
            return Optional.empty();
        }
        return Optional.of(new Action.AskDesk(
                level,
                situation.risk(situation.cause()),
                task,
                situation.promise().anchorAt()));
    }

    /** A slip by time alone has its own levels; this one has a cause that the owner can act on. */
    private static Optional<Action> reportPredictedSlip(Situation situation) {
        RiskCause cause = situation.expectation().cause();
        boolean slips = situation.expectation().isSlip(situation.promise());
        if (cause == RiskCause.TIME_PASSING || !slips || wasReported(situation)) {
            return Optional.empty();
        }
        return Optional.of(new Action.ReportSlip(situation.risk(cause)));
    }

    private static boolean wasReported(Situation situation) {
        WatchState state = situation.state();
        Instant before = state.predictedAt();
        return state.predictedRevision() >= situation.promise().revision()
                && before != null
                && Duration.between(before, situation.expectation().expectedAt())
                                .abs()
                                .compareTo(FORECAST_SHIFT_MIN)
                        < 0;
    }

    private static Optional<Action> notifyCustomer(Situation situation) {
        return when(isUndecided(situation) && isNewsworthy(situation), new Action.NotifyCustomer());
    }

    private static Optional<Action> suppressImmaterialNotice(Situation situation) {
        return when(isUndecided(situation) && !isNewsworthy(situation), new Action.SuppressNotice());
    }

    private static boolean isUndecided(Situation situation) {
        return situation.promise().revision() > situation.state().closedRevision();
    }

    private static boolean isNewsworthy(Situation situation) {
        Promise promise = situation.promise();
        PromisedDate announced = situation.history().at(situation.state().announcedRevision());
        Duration shift = Duration.between(announced.anchorAt(), promise.anchorAt());
        // An agreed time counts to the minute; a date by which something is done may be beaten without a message.
        boolean agreed = promise.windowStartAt() != null || situation.history().reason() == ReasonCode.CUSTOMER_ASKED;
        boolean later = promise.dueAt().isAfter(announced.dueAt());
        Instant firstPromisedAt = promise.firstPromisedAt();
        // Customers who were told of a delay rearranged their day: they are told that it does not happen.
        boolean recovered =
                announced.dueAt().isAfter(firstPromisedAt) && !promise.dueAt().isAfter(firstPromisedAt);
        return (agreed && !shift.isZero())
                || later
                || recovered
                || shift.negated().compareTo(GOOD_NEWS_MIN) >= 0;
    }

    private static Optional<Action> when(boolean applies, Action action) {
        return applies ? Optional.of(action) : Optional.empty();
    }
}
