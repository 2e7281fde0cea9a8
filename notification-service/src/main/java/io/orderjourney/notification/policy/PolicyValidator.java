package io.orderjourney.notification.policy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.contracts.state.WaitingTimes;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.WeeklyHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that all services can work with a policy. Everything that was promised under the one before must still be
 * understood, or nobody would watch it.
 */
public final class PolicyValidator {

    static final Duration MERGE_WINDOW_MAX = Duration.ofHours(1);
    static final Duration SPAN_MAX = Duration.ofDays(60);
    static final int WAITING_DAYS_MAX = 60;
    static final int UNANSWERED_CALLS_MAX = 20;

    // What the published contract allows; the other services would refuse to read more.
    static final int WAITS_FOR_MAX = 50;
    static final int CLOSURES_MAX = 1_000;
    static final int HOURS_LENGTH_MAX = 500;
    static final int STEP_LENGTH_MAX = 2_000;

    /** What can be wrong with a value. */
    public enum Flaw {
        MISSING,
        UNREADABLE,
        NOT_A_NUMBER_TO_CALL,
        OUT_OF_RANGE,
        TOO_MUCH,
        EMPTY
    }

    /**
     * A value with which a service could not work.
     *
     * @param field where it stands, e.g. {@code kinds.CREDIT_CALL.lead}
     * @param what in words, for management
     */
    public record Violation(String field, Flaw flaw, String what) {

        @Override
        public String toString() {
            return field + ": " + what;
        }
    }

    private final ShopPolicy wanted;
    private final List<Violation> violations = new ArrayList<>();

    private PolicyValidator(ShopPolicy wanted) {
        this.wanted = wanted;
    }

    /** @return what is wrong with the wanted policy; empty if nothing is */
    public static List<Violation> violations(ShopPolicy wanted, ShopPolicy inForce) {
        PolicyValidator validator = new PolicyValidator(wanted);
        validator.check(inForce);
        return List.copyOf(validator.violations);
    }

    private void check(ShopPolicy inForce) {
        for (Desk desk : Desk.values()) {
            if (!wanted.desks().containsKey(desk)) {
                found("desks", Flaw.MISSING, desk + " is missing");
            }
        }
        inForce.kinds().keySet().stream()
                .filter(kind -> !wanted.kinds().containsKey(kind))
                .forEach(kind ->
                        found("kinds", Flaw.MISSING, kind + " is missing, and customers may be waiting for one"));
        readable("zone", () -> ZoneId.of(wanted.zone()));
        readable("holidaysOf", () -> Holidays.of(wanted.holidaysOf()));
        wanted.desks().forEach(this::check);
        wanted.kinds().forEach((kind, policy) -> check(kind.name(), policy));
        most("closures", wanted.closures().size(), CLOSURES_MAX);
        span("mergeWindow", wanted.mergeWindow(), Duration.ZERO, MERGE_WINDOW_MAX);
        span("offerValidFor", wanted.offerValidFor(), Duration.ofMinutes(1), SPAN_MAX);
        check(wanted.waiting());
        if (violations.isEmpty()) {
            opens();
        }
    }

    private void check(Desk desk, DeskPolicy policy) {
        String place = "desks." + desk;
        if (!policy.phone().matches("\\+[1-9][0-9]{6,14}")) {
            found(place + ".phone", Flaw.NOT_A_NUMBER_TO_CALL, "not a number with country code");
        }
        most(place + ".hours", policy.hours().length(), HOURS_LENGTH_MAX);
        readable(place + ".hours", () -> WeeklyHours.parse(policy.hours()));
        if (policy.perHour() < 1) {
            found(place + ".perHour", Flaw.OUT_OF_RANGE, "less than 1");
        }
    }

    private void check(String kind, KindPolicy policy) {
        String place = "kinds." + kind;
        Map.of(
                        "lead", policy.lead(),
                        "handling", policy.handling(),
                        "remindBefore", policy.remindBefore(),
                        "requestNewDateBefore", policy.requestNewDateBefore(),
                        "autoRescheduleBefore", policy.autoRescheduleBefore())
                .forEach((name, span) -> span(place + "." + name, span, Duration.ZERO, SPAN_MAX));
        // A promise that the watch reschedules must get away from where it is, and far enough to be announced again in
        // time.
        span(place + ".rescheduleBy", policy.rescheduleBy(), Duration.ofMinutes(30), SPAN_MAX);
        if (policy.step().isBlank()) {
            found(place + ".step", Flaw.EMPTY, "says nothing");
        }
        most(place + ".step", policy.step().length(), STEP_LENGTH_MAX);
        most(place + ".waitsFor", policy.waitsFor().size(), WAITS_FOR_MAX);
        policy.waitsFor().stream()
                .filter(other -> !wanted.kinds().containsKey(other))
                .forEach(other -> found(place + ".waitsFor", Flaw.UNREADABLE, other + " is not a kind of this policy"));
    }

    private void check(@Nullable WaitingTimes waiting) {
        if (waiting == null) {
            return;
        }
        waiting.days().forEach((reason, days) -> number("waiting.days." + reason, days, WAITING_DAYS_MAX));
        number("waiting.storageDays", waiting.storageDays(), WAITING_DAYS_MAX);
        number("waiting.unansweredCalls", waiting.unansweredCalls(), UNANSWERED_CALLS_MAX);
    }

    /** Closures and holidays may leave a desk no day at all. */
    private void opens() {
        ShopTerms terms;
        try {
            terms = new ShopTerms(wanted);
        } catch (IllegalArgumentException | DateTimeException neverOpen) {
            found("desks", Flaw.UNREADABLE, "a desk would never be open");
            return;
        }
        for (Desk desk : Desk.values()) {
            terms.calendar(desk);
        }
    }

    private void most(String place, int size, int max) {
        if (size > max) {
            found(place, Flaw.TOO_MUCH, "more than " + max);
        }
    }

    private void number(String place, int number, int max) {
        if (number < 1 || number > max) {
            found(place, Flaw.OUT_OF_RANGE, "not between 1 and " + max);
        }
    }

    private void span(String place, Duration span, Duration min, Duration max) {
        if (span.compareTo(min) < 0 || span.compareTo(max) > 0) {
            found(place, Flaw.OUT_OF_RANGE, "not between " + min + " and " + max);
        }
    }

    private void readable(String place, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            found(place, Flaw.UNREADABLE, "cannot be read");
        }
    }

    private void found(String field, Flaw flaw, String what) {
        violations.add(new Violation(field, flaw, what));
    }
}
