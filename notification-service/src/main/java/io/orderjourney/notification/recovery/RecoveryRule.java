package io.orderjourney.notification.recovery;

import io.orderjourney.contracts.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A step of the apology ladder: what is done if all its conditions hold.
 *
 * @param lateAtLeast at least this late
 * @param onlyUnannounced only if the customer was not told before
 * @param repeatsAtLeast the shop failed this customer at least so often lately
 * @param valueAtLeastMinor the order costs at least so much
 * @param causes only for these; empty: for all
 * @param remedies what is done
 * @param discountPercent of the code, 1 to 100; 0 without a code
 * @param costMinor what it costs the shop at most, beside the time of its people
 */
public record RecoveryRule(
        Duration lateAtLeast,
        boolean onlyUnannounced,
        int repeatsAtLeast,
        long valueAtLeastMinor,
        List<ReasonCode> causes,
        List<Remedy> remedies,
        int discountPercent,
        long costMinor) {

    private static final int PERCENT_MAX = 100;

    /** @throws IllegalArgumentException if it makes no sense; the message says why */
    public RecoveryRule {
        if (lateAtLeast.isNegative() || repeatsAtLeast < 0 || valueAtLeastMinor < 0 || costMinor < 0) {
            throw new IllegalArgumentException("no condition and no cost of a rule is negative");
        }
        if (remedies.isEmpty()) {
            throw new IllegalArgumentException("a rule does something");
        }
        if (remedies.contains(Remedy.CODE) != (discountPercent > 0) || discountPercent > PERCENT_MAX) {
            throw new IllegalArgumentException("a code, and only a code, has a discount of 1 to 100 percent");
        }
        if (remedies.contains(Remedy.CODE) && !remedies.contains(Remedy.MAIL)) {
            throw new IllegalArgumentException("a code is sent with a mail");
        }
        causes = List.copyOf(causes);
        remedies = List.copyOf(remedies);
    }

    /** What is still to be given: each remedy is given once in a journey. */
    public List<Remedy> missing(Predicate<Remedy> given) {
        return remedies.stream().filter(remedy -> !given.test(remedy)).toList();
    }

    /** What these of its remedies cost at most. */
    public long costOf(List<Remedy> given) {
        return given.stream().anyMatch(Remedy::isCostly) ? costMinor : 0;
    }

    /** Whether every condition holds. */
    public boolean applies(Failure failure) {
        return failure.late().compareTo(lateAtLeast) >= 0
                && (failure.unannounced() || !onlyUnannounced)
                && failure.repeats() >= repeatsAtLeast
                && failure.valueMinor() >= valueAtLeastMinor
                && (causes.isEmpty() || (failure.cause() != null && causes.contains(failure.cause())));
    }
}
