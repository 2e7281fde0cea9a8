package io.orderjourney.notification.watch;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.RiskReason;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** A slip that is only likely is told from this size on: a smaller one may pass by itself. */
    static final Duration LIKELY_SLIP_MIN = Duration.ofHours(2);

    /** It is told if the customer has at least this long until they hear for certain. */
    static final Duration LIKELY_NOTICE_MIN = Duration.ofHours(1);

    /** What is certain is told at a time that a person would name. */
    private static final Duration TIME_OF_DAY = Duration.ofMinutes(30);

    /** All rules, in the order in which they are checked and carried out. */
    private static final List<WatchRule> RULES = List.of(
            WatchPolicy::restoreDate,
            WatchPolicy::declareMissedWithoutNotice,
            WatchPolicy::reportMissingCustomer,
            WatchPolicy::rescheduleForTheDesk,
            WatchPolicy::promiseNextUpdate,
            WatchPolicy::scheduleEscalation,
            WatchPolicy::remindDesk,
            WatchPolicy::requestNewDate,
            WatchPolicy::reportPredictedSlip,
            WatchPolicy::notifyCustomer,
            WatchPolicy::tellLikelySlip,
            WatchPolicy::suppressImmaterialNotice);

    /** While the customer has to act first nothing escalates: they are told, reminded, and one day the waiting is over. */
    private static final List<WatchRule> RULES_OF_THE_CUSTOMERS_TURN = List.of(
            WatchPolicy::declareMissedBeforeTurn,
            WatchPolicy::releaseDate,
            WatchPolicy::scheduleEscalation,
            WatchPolicy::tellTurn,
            WatchPolicy::remindCustomer,
            WatchPolicy::expireWaiting,
            WatchPolicy::suppressNoticeOfTurn);

    /**
     * While it is not known what the owner decided meanwhile, desks go on, and the customer hears nothing: an apology for a
     * call that was made would be false. Everything is judged again when the news is in.
     */
    private static final List<WatchRule> RULES_WITHOUT_NEWS =
            List.of(WatchPolicy::scheduleEscalation, WatchPolicy::remindDesk, WatchPolicy::requestNewDate);

    private static final List<WatchRule> TIMERS_ONLY = List.of(WatchPolicy::scheduleEscalation);

    private WatchPolicy() {}

    /** What to do now, in this order. Nothing follows a reschedule: the other rules look at the new date. */
    public static List<Action> decide(Situation situation) {
        List<Action> actions = new ArrayList<>();
        for (WatchRule rule : rulesFor(situation)) {
            Optional<Action> action = rule.check(situation);
            action.ifPresent(actions::add);
            if (action.orElse(null) instanceof Action.Reschedule) {
                break;
            }
        }
        return actions;
    }

    private static List<WatchRule> rulesFor(Situation situation) {
        if (situation.isCustomersTurn()) {
            return situation.fresh() ? RULES_OF_THE_CUSTOMERS_TURN : TIMERS_ONLY;
        }
        return situation.fresh() ? RULES : RULES_WITHOUT_NEWS;
    }

    /** A date that the customer never learned, or that was replaced in time, cannot be missed. */
    private static Optional<Action> declareMissedWithoutNotice(Situation situation) {
        int confirmed = situation.state().confirmedRevision();
        boolean passed = situation.reached().stream()
                .anyMatch(one -> one.level() == EscalationLevel.MISSED && one.revision() == confirmed);
        PromisedDate date = situation.history().at(confirmed);
        return when(passed && date.bindsAt(date.dueAt()), new Action.DeclareMissed(confirmed));
    }

    /** A date that passed before the customer had to act was missed: a turn that begins a moment later does not hide it. */
    private static Optional<Action> declareMissedBeforeTurn(Situation situation) {
        CustomerTurn turn = situation.promise().turn();
        PromisedDate date = situation.history().at(situation.state().confirmedRevision());
        return turn != null && date.dueAt().isBefore(turn.sinceAt())
                ? declareMissedWithoutNotice(situation)
                : Optional.empty();
    }

    private static Optional<Action> releaseDate(Situation situation) {
        CustomerTurn turn = situation.promise().turn();
        Instant sinceAt = turn == null ? situation.now() : turn.sinceAt();
        return when(situation.date().releasedAt() == null, new Action.ReleaseDate(sinceAt));
    }

    /** What only waited for the customer is bound again, unless its time has passed meanwhile. */
    private static Optional<Action> restoreDate(Situation situation) {
        PromisedDate date = situation.date();
        boolean released = date.releasedAt() != null && date.undatedAt() == null;
        return when(released && !situation.now().isAfter(date.dueAt()), new Action.RestoreDate());
    }

    private static Optional<Action> tellTurn(Situation situation) {
        CustomerTurn turn = situation.promise().turn();
        return turn == null || isActedOn(turn, EscalationLevel.FORESEEN, situation)
                ? Optional.empty()
                : Optional.of(new Action.TellTurn(turn));
    }

    private static Optional<Action> remindCustomer(Situation situation) {
        CustomerTurn turn = reached(EscalationLevel.CUSTOMER_REMINDER, situation);
        // Nobody is told and reminded, or reminded and given up, in one breath.
        return turn == null
                        || !situation.now().isBefore(turn.untilAt())
                        || !isActedOn(turn, EscalationLevel.FORESEEN, situation)
                ? Optional.empty()
                : Optional.of(new Action.RemindCustomer(turn));
    }

    private static Optional<Action> expireWaiting(Situation situation) {
        CustomerTurn turn = reached(EscalationLevel.WAITING_EXPIRED, situation);
        return turn == null ? Optional.empty() : Optional.of(new Action.ExpireWaiting(turn));
    }

    /** The customer's turn, if time has come for this level of it and nobody acted on that. */
    private static @Nullable CustomerTurn reached(EscalationLevel level, Situation situation) {
        CustomerTurn turn = situation.promise().turn();
        if (turn == null || isActedOn(turn, level, situation)) {
            return null;
        }
        Instant at = level == EscalationLevel.CUSTOMER_REMINDER ? turn.remindAt() : turn.untilAt();
        return situation.now().isBefore(at) ? null : turn;
    }

    private static boolean isActedOn(CustomerTurn turn, EscalationLevel level, Situation situation) {
        WatchState.Turn before = situation.state().turn();
        return before != null
                && before.sinceAt().equals(turn.sinceAt())
                && before.level().compareTo(level) >= 0;
    }

    /** A date that was not announced before the customer's turn is none that they need to know. */
    private static Optional<Action> suppressNoticeOfTurn(Situation situation) {
        return when(situation.promise().isWaiting() && isUndecided(situation), new Action.SuppressNotice());
    }

    /** The system gives one promise one other date; what comes after that is a manager's decision. */
    private static Optional<Action> rescheduleForTheDesk(Situation situation) {
        if (situation.isUndatable()) {
            return Optional.empty();
        }
        if (!isOpenThen(situation)) {
            // The policy knows more than the owner: the date cannot hold, and the sooner the customer knows, the
            // better.
            return Optional.of(reschedule(situation, RiskCause.ESTIMATE));
        }
        if (!overridesDesk(situation)) {
            return Optional.empty();
        }
        RiskCause cause = situation.level() == EscalationLevel.OVERDUE ? RiskCause.TIME_PASSING : situation.cause();
        return Optional.of(reschedule(situation, cause));
    }

    private static Action reschedule(Situation situation, RiskCause cause) {
        ReasonCode reason = RiskReason.of(cause, situation.promise(), situation.unanswered());
        return new Action.Reschedule(situation.proposal(), cause, reason);
    }

    /** Instead of a second date, once. A next update that is late again has nothing to offer: it is a manager's as it is. */
    private static Optional<Action> promiseNextUpdate(Situation situation) {
        boolean isUpdate = situation.promise().kind().equals(PromiseKind.NEXT_UPDATE);
        boolean given = situation.date().undatedAt() != null;
        boolean applies = overridesDesk(situation) && situation.isUndatable() && !isUpdate && !given;
        return when(applies, new Action.PromiseNextUpdate());
    }

    /** Whether the desk works at the promised time; a policy that closes a day can change that after the promise. */
    private static boolean isOpenThen(Situation situation) {
        Promise promise = situation.promise();
        BusinessCalendar calendar = situation.terms().calendar(promise.desk());
        return situation.now().isAfter(promise.dueAt()) || calendar.covers(promise.dueAt());
    }

    /** A window that somebody confirmed is left alone until it is nearly over. */
    private static boolean overridesDesk(Situation situation) {
        EscalationLevel level = situation.level();
        Promise promise = situation.promise();
        boolean confirmedWindow = promise.windowStartAt() != null && promise.isConfirmed();
        return level == EscalationLevel.OVERDUE
                || level == EscalationLevel.MISSED
                || (level == EscalationLevel.AUTO_RESCHEDULE && !confirmedWindow);
    }

    private static Optional<Action> scheduleEscalation(Situation situation) {
        return when(
                !situation.isPlanned(),
                new Action.ScheduleEscalation(situation.plan(), situation.hasUnplannedDateInHand()));
    }

    private static Optional<Action> remindDesk(Situation situation) {
        return askAt(
                EscalationLevel.REMINDER,
                DeskTaskKind.REMINDER,
                situation.promise().desk(),
                situation);
    }

    /** The second new date of a promise is a manager's decision, and they are asked while there is time to decide. */
    private static Optional<Action> requestNewDate(Situation situation) {
        Desk desk = situation.promise().needsManager()
                ? Desk.MANAGEMENT
                : situation.promise().desk();
        return askAt(EscalationLevel.REQUEST_NEW_DATE, DeskTaskKind.NEW_DATE, desk, situation);
    }

    private static Optional<Action> askAt(EscalationLevel level, DeskTaskKind task, Desk desk, Situation situation) {
        if (situation.level() != level) {
            return Optional.empty();
        }
        return Optional.of(new Action.AskDesk(
                level,
                situation.risk(situation.cause()),
                task,
                desk,
                situation.promise().anchorAt()));
    }

    /** The owner asks the customer whether they are still coming. */
    private static Optional<Action> reportMissingCustomer(Situation situation) {
        return situation.isCustomerMissing() && !overridesDesk(situation)
                ? Optional.of(new Action.ReportSlip(situation.risk(RiskCause.CUSTOMERS_TURN)))
                : Optional.empty();
    }

    /** A slip by time or load alone has its own levels, and boards show it; this one has a cause that the owner can act on. */
    private static Optional<Action> reportPredictedSlip(Situation situation) {
        RiskCause cause = situation.expectation().cause();
        boolean slips = situation.expectation().isSlip(situation.promise());
        // No date of the owner's would hold while what it waits for has none.
        boolean dateless = cause == RiskCause.EARLIER_STEP && situation.waitsForUndated();
        boolean knowsMore = cause != RiskCause.TIME_PASSING && cause != RiskCause.LOAD;
        if (!knowsMore || !slips || dateless || wasReported(situation)) {
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

    /**
     * More work than hands makes a date doubtful, and not impossible: the customer hears once that it is probably later, and by
     * when they hear for certain. Then the date was kept, which needs no word, or has become another one, which is told anyway.
     */
    private static Optional<Action> tellLikelySlip(Situation situation) {
        Promise promise = situation.promise();
        Duration late =
                Duration.between(promise.dueAt(), situation.expectation().expectedAt());
        boolean likely = situation.expectation().cause() == RiskCause.LOAD && late.compareTo(LIKELY_SLIP_MIN) >= 0;
        PromisedDate date = situation.date();
        boolean known = date.deliveredAt() != null && date.undatedAt() == null && !isUndecided(situation);
        boolean isUpdate = promise.kind().equals(PromiseKind.NEXT_UPDATE);
        if (!likely || !known || isUpdate || date.certainAt() != null || overridesDesk(situation)) {
            return Optional.empty();
        }
        return situation
                .lastWordAt()
                .filter(at -> !at.isBefore(situation.now().plus(LIKELY_NOTICE_MIN)))
                .map(at -> new Action.TellLikelySlip(arrivesBy(at, situation)));
    }

    /** A message that is planned at this time has arrived by then. */
    private static Instant arrivesBy(Instant plannedAt, Situation situation) {
        Instant at = plannedAt.plus(situation.terms().policy().mergeWindow()).plus(EscalationPolicy.TIME_TO_ARRIVE);
        long slots = -Math.floorDiv(-at.getEpochSecond(), TIME_OF_DAY.toSeconds());
        return Instant.ofEpochSecond(slots * TIME_OF_DAY.toSeconds());
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
        // Who acted hears when the shop goes on, whatever the time.
        boolean resumed = announced.releasedAt() != null;
        return (agreed && !shift.isZero())
                || resumed
                || later
                || recovered
                || shift.negated().compareTo(GOOD_NEWS_MIN) >= 0;
    }

    private static Optional<Action> when(boolean applies, Action action) {
        return applies ? Optional.of(action) : Optional.empty();
    }
}
