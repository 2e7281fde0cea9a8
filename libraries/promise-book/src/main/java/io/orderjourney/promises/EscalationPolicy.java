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
            Instant autoRescheduleAt = night.latestAwakeAtOrBefore(anchorAt.minus(policy.autoRescheduleBefore()));
            Instant newDateRequestedAt = earlier(
                    calendar.minus(anchorAt, policy.requestNewDateBefore().plus(handling)),
                    autoRescheduleAt.minus(TIME_TO_ANSWER));
            Instant reminderAt =
                    earlier(calendar.minus(anchorAt, policy.remindBefore().plus(handling)), newDateRequestedAt);
            levels.add(new LevelAt(EscalationLevel.REMINDER, reminderAt));
            levels.add(new LevelAt(EscalationLevel.REQUEST_NEW_DATE, newDateRequestedAt));
            levels.add(new LevelAt(EscalationLevel.AUTO_RESCHEDULE, autoRescheduleAt));
        }
        if (window) {
            levels.add(new LevelAt(EscalationLevel.OVERDUE, overdueAt(promise, policy, night)));
        }
        levels.add(new LevelAt(EscalationLevel.MISSED, promise.dueAt()));
        return levels;
    }

    private static Instant overdueAt(Promise promise, KindPolicy policy, QuietHours night) {
        Duration quarter = Duration.between(promise.anchorAt(), promise.dueAt()).dividedBy(OVERDUE_SHARE_OF_WINDOW);
        Duration before =
                quarter.compareTo(policy.autoRescheduleBefore()) < 0 ? quarter : policy.autoRescheduleBefore();
        return night.latestAwakeAtOrBefore(promise.dueAt().minus(before));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
