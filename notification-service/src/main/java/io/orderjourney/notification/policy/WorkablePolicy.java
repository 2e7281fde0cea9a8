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
 * Whether all services can work with a policy. Everything that was promised under the one before must still be understood,
 * or nobody would watch it any more.
 */
public final class WorkablePolicy {

    static final Duration MERGE_WINDOW_MAX = Duration.ofHours(1);
    static final Duration SPAN_MAX = Duration.ofDays(60);

    // What the published contract allows; the other services would refuse to read more.
    static final int WAITS_FOR_MAX = 50;
    static final int CLOSURES_MAX = 1_000;
    static final int HOURS_LENGTH_MAX = 500;
    static final int STEP_LENGTH_MAX = 2_000;

    private WorkablePolicy() {}

    /** @return what stands against the wanted policy, in words for management; empty if nothing does */
    public static List<String> objections(ShopPolicy wanted, ShopPolicy inForce) {
        List<String> objections = new ArrayList<>();
        for (Desk desk : Desk.values()) {
            if (!wanted.desks().containsKey(desk)) {
                objections.add("desks: " + desk + " is missing");
            }
        }
        inForce.kinds().keySet().stream()
                .filter(kind -> !wanted.kinds().containsKey(kind))
                .forEach(
                        kind -> objections.add("kinds: " + kind + " is missing, and customers may be waiting for one"));
        wanted.desks().forEach((desk, policy) -> check(desk, policy, objections));
        wanted.kinds().forEach((kind, policy) -> check(kind.name(), policy, wanted, objections));
        most("closures", wanted.closures().size(), CLOSURES_MAX, objections);
        span("mergeWindow", wanted.mergeWindow(), Duration.ZERO, MERGE_WINDOW_MAX, objections);
        span("offerValidFor", wanted.offerValidFor(), Duration.ofMinutes(1), SPAN_MAX, objections);
        if (objections.isEmpty()) {
            readable(wanted, objections);
        }
        return objections;
    }

    private static void check(Desk desk, DeskPolicy policy, List<String> objections) {
        if (!policy.phone().matches("\\+[1-9][0-9]{6,14}")) {
            objections.add("desks." + desk + ".phone: not a number with country code");
        }
        most("desks." + desk + ".hours", policy.hours().length(), HOURS_LENGTH_MAX, objections);
        if (policy.perHour() < 1) {
            objections.add("desks." + desk + ".perHour: less than 1");
        }
    }

    private static void check(String kind, KindPolicy policy, ShopPolicy wanted, List<String> objections) {
        String place = "kinds." + kind;
        Map.of(
                        "lead", policy.lead(),
                        "handling", policy.handling(),
                        "remindBefore", policy.remindBefore(),
                        "requestNewDateBefore", policy.requestNewDateBefore(),
                        "autoRescheduleBefore", policy.autoRescheduleBefore())
                .forEach((name, span) -> span(place + "." + name, span, Duration.ZERO, SPAN_MAX, objections));
        // A promise that the watch reschedules must get away from where it is, and far enough to be announced again in
        // time.
        span(place + ".rescheduleBy", policy.rescheduleBy(), Duration.ofMinutes(30), SPAN_MAX, objections);
        if (policy.step().isBlank()) {
            objections.add(place + ".step: says nothing");
        }
        most(place + ".step", policy.step().length(), STEP_LENGTH_MAX, objections);
        most(place + ".waitsFor", policy.waitsFor().size(), WAITS_FOR_MAX, objections);
        policy.waitsFor().stream()
                .filter(other -> !wanted.kinds().containsKey(other))
                .forEach(other -> objections.add(place + ".waitsFor: " + other + " is not a kind of this policy"));
    }

    private static void most(String place, int size, int max, List<String> objections) {
        if (size > max) {
            objections.add(place + ": more than " + max);
        }
    }

    private static void span(String place, Duration span, Duration min, Duration max, List<String> objections) {
        if (span.compareTo(min) < 0 || span.compareTo(max) > 0) {
            objections.add(place + ": not between " + min + " and " + max);
        }
    }

    private static void readable(ShopPolicy wanted, List<String> objections) {
        try {
            ShopTerms terms = new ShopTerms(wanted);
            for (Desk desk : Desk.values()) {
                terms.calendar(desk);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            objections.add("zone, holidaysOf or hours: cannot be read");
        }
    }
}
