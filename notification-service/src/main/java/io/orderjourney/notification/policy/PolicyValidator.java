package io.orderjourney.notification.policy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.ShopTerms;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that all services can work with a policy. Everything that was promised under the one before must still be
 * understood, or nobody would watch it.
 */
public final class PolicyValidator {

    static final Duration MERGE_WINDOW_MAX = Duration.ofHours(1);
    static final Duration SPAN_MAX = Duration.ofDays(60);

    // What the published contract allows; the other services would refuse to read more.
    static final int WAITS_FOR_MAX = 50;
    static final int CLOSURES_MAX = 1_000;
    static final int HOURS_LENGTH_MAX = 500;
    static final int STEP_LENGTH_MAX = 2_000;

    private PolicyValidator() {}

    /** @return what is wrong with the wanted policy, in words for management; empty if nothing is */
    public static List<String> violations(ShopPolicy wanted, ShopPolicy inForce) {
        List<String> violations = new ArrayList<>();
        for (Desk desk : Desk.values()) {
            if (!wanted.desks().containsKey(desk)) {
                violations.add("desks: " + desk + " is missing");
            }
        }
        inForce.kinds().keySet().stream()
                .filter(kind -> !wanted.kinds().containsKey(kind))
                .forEach(
                        kind -> violations.add("kinds: " + kind + " is missing, and customers may be waiting for one"));
        wanted.desks().forEach((desk, policy) -> check(desk, policy, violations));
        wanted.kinds().forEach((kind, policy) -> check(kind.name(), policy, wanted, violations));
        most("closures", wanted.closures().size(), CLOSURES_MAX, violations);
        span("mergeWindow", wanted.mergeWindow(), Duration.ZERO, MERGE_WINDOW_MAX, violations);
        span("offerValidFor", wanted.offerValidFor(), Duration.ofMinutes(1), SPAN_MAX, violations);
        if (violations.isEmpty()) {
            readable(wanted, violations);
        }
        return violations;
    }

    private static void check(Desk desk, DeskPolicy policy, List<String> violations) {
        if (!policy.phone().matches("\\+[1-9][0-9]{6,14}")) {
            violations.add("desks." + desk + ".phone: not a number with country code");
        }
        most("desks." + desk + ".hours", policy.hours().length(), HOURS_LENGTH_MAX, violations);
        if (policy.perHour() < 1) {
            violations.add("desks." + desk + ".perHour: less than 1");
        }
    }

    private static void check(String kind, KindPolicy policy, ShopPolicy wanted, List<String> violations) {
        String place = "kinds." + kind;
        Map.of(
                        "lead", policy.lead(),
                        "handling", policy.handling(),
                        "remindBefore", policy.remindBefore(),
                        "requestNewDateBefore", policy.requestNewDateBefore(),
                        "autoRescheduleBefore", policy.autoRescheduleBefore())
                .forEach((name, span) -> span(place + "." + name, span, Duration.ZERO, SPAN_MAX, violations));
        // A promise that the watch reschedules must get away from where it is, and far enough to be announced again in
        // time.
        span(place + ".rescheduleBy", policy.rescheduleBy(), Duration.ofMinutes(30), SPAN_MAX, violations);
        if (policy.step().isBlank()) {
            violations.add(place + ".step: says nothing");
        }
        most(place + ".step", policy.step().length(), STEP_LENGTH_MAX, violations);
        most(place + ".waitsFor", policy.waitsFor().size(), WAITS_FOR_MAX, violations);
        policy.waitsFor().stream()
                .filter(other -> !wanted.kinds().containsKey(other))
                .forEach(other -> violations.add(place + ".waitsFor: " + other + " is not a kind of this policy"));
    }

    private static void most(String place, int size, int max, List<String> violations) {
        if (size > max) {
            violations.add(place + ": more than " + max);
        }
    }

    private static void span(String place, Duration span, Duration min, Duration max, List<String> violations) {
        if (span.compareTo(min) < 0 || span.compareTo(max) > 0) {
            violations.add(place + ": not between " + min + " and " + max);
        }
    }

    private static void readable(ShopPolicy wanted, List<String> violations) {
        try {
            ShopTerms terms = new ShopTerms(wanted);
            for (Desk desk : Desk.values()) {
                terms.calendar(desk);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            violations.add("zone, holidaysOf or hours: cannot be read");
        }
    }
}
