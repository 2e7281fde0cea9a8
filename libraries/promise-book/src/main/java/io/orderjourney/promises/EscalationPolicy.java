package io.orderjourney.promises;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * When the escalation levels are reached: remind the desk, ask it for a new date, at the latest useful time of
 * the customer's channel let the system speak, and dueAt itself. A desk that acts in time never sees the later levels.
 */
public final class EscalationPolicy {

    /** Between asking the desk and speaking over its head it has at least this long to answer. */
    static final Duration TIME_TO_ANSWER = Duration.ofMinutes(15);

    /** Who agreed a time comes a little late at most. */
    static final Duration CUSTOMER_EXPECTED_WITHIN = Duration.ofMinutes(15);

    /** Beside the merge window: to decide, to dispatch, and for two attempts of a channel. */
    public static final Duration TIME_TO_ARRIVE = Duration.ofMinutes(10);

    private static final int OVERDUE_SHARE_OF_WINDOW = 4;

    private EscalationPolicy() {}

    /** An escalation level and the instant it is reached. */
    public record LevelAt(EscalationLevel level, Instant at) {}

    /**
     * The escalation levels of an open promise as it stands, in the order of time; some may lie in the past.
     *
     * @param customerZone where the customer's night is reckoned
     */
    public static List<LevelAt> of(Promise promise, ShopTerms terms, ZoneId customerZone) {
        CustomerTurn turn = promise.turn();
        if (turn != null) {
            // Nobody at the shop owes anything: the customer is reminded, and one day the waiting is over.
            return List.of(
                    new LevelAt(
                            EscalationLevel.CUSTOMER_REMINDER,
                            terms.quietHoursIn(customerZone).latestAwakeAtOrBefore(turn.remindAt())),
                    new LevelAt(EscalationLevel.WAITING_EXPIRED, turn.untilAt()));
        }
        KindPolicy policy = terms.kind(promise.kind());
        BusinessCalendar calendar = terms.calendar(promise.desk());
        QuietHours night = terms.quietHoursIn(customerZone);
        List<LevelAt> levels = new ArrayList<>();
        boolean window = promise.windowStartAt() != null;
        if (!window || policy.needsConfirmation()) {
            Instant anchorAt = promise.anchorAt();
            Duration handling = window ? Duration.ZERO : policy.handling();
            Instant autoRescheduleAt = latestUseful(anchorAt.minus(policy.autoRescheduleBefore()), terms, night);
            Instant newDateRequestedAt = earlier(
                    calendar.minus(anchorAt, policy.requestNewDateBefore().plus(handling)),
                    autoRescheduleAt.minus(TIME_TO_ANSWER));
            Instant reminderAt =
                    earlier(calendar.minus(anchorAt, policy.remindBefore().plus(handling)), newDateRequestedAt);
            levels.add(new LevelAt(EscalationLevel.REMINDER, reminderAt));
            levels.add(new LevelAt(EscalationLevel.REQUEST_NEW_DATE, newDateRequestedAt));
            levels.add(new LevelAt(EscalationLevel.AUTO_RESCHEDULE, autoRescheduleAt));
        }
        if (window && policy.needsConfirmation() && promise.isConfirmed()) {
            // The shop is there. Who has not come by now is asked, and nobody at the shop is blamed.
            levels.add(new LevelAt(
                    EscalationLevel.CUSTOMER_REMINDER, promise.anchorAt().plus(CUSTOMER_EXPECTED_WITHIN)));
        }
        if (window) {
            levels.add(new LevelAt(EscalationLevel.OVERDUE, overdueAt(promise, policy, terms, night)));
        }
        levels.add(new LevelAt(EscalationLevel.MISSED, promise.dueAt()));
        return levels;
    }

    /**
     * A number that two plans share only if they are the same: what a plan rests on (the date, the policy, the customer's
     * zone) may change, and then it is made again. The same in every process; stored.
     */
    public static int fingerprint(List<LevelAt> plan) {
        int print = 1;
        for (LevelAt level : plan) {
            print = 31 * print + level.level().name().hashCode();
            print = 31 * print + level.at().hashCode();
        }
        return print;
    }

    /** The last instant up to this one from which a message still reaches the customer before their quiet hours. */
    private static Instant latestUseful(Instant at, ShopTerms terms, QuietHours night) {
        Duration way = terms.policy().mergeWindow().plus(TIME_TO_ARRIVE);
        Instant awake = night.latestAwakeAtOrBefore(at);
        return night.latestAwakeAtOrBefore(awake.plus(way)).minus(way);
    }

    private static Instant overdueAt(Promise promise, KindPolicy policy, ShopTerms terms, QuietHours night) {
        Duration quarter = Duration.between(promise.anchorAt(), promise.dueAt()).dividedBy(OVERDUE_SHARE_OF_WINDOW);
        Duration before =
                quarter.compareTo(policy.autoRescheduleBefore()) < 0 ? quarter : policy.autoRescheduleBefore();
        return latestUseful(promise.dueAt().minus(before), terms, night);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
