package io.orderjourney.notification.recovery;

import java.util.List;
import java.util.Optional;

/**
 * The apology ladder. It is data: management changes it without a new version of the software.
 *
 * @param active whether anything is done by rule
 * @param ladder from the weakest to the strongest; the last one that applies counts
 * @param budgetMinor what gifts and codes may cost in a month, in the currency of the shop
 * @param codeValidDays how long a code is good
 * @param repeatWithinDays failures of so many days count as repeats
 */
public record RecoveryPolicy(
        boolean active, List<RecoveryRule> ladder, long budgetMinor, int codeValidDays, int repeatWithinDays) {

    private static final int RULES_MAX = 20;
    private static final int DAYS_MAX = 730;

    /** @throws IllegalArgumentException if it makes no sense; the message says why */
    public RecoveryPolicy {
        if (ladder.size() > RULES_MAX) {
            throw new IllegalArgumentException("a ladder has at most " + RULES_MAX + " rules");
        }
        if (budgetMinor < 0) {
            throw new IllegalArgumentException("a budget is not negative");
        }
        if (codeValidDays < 1 || codeValidDays > DAYS_MAX || repeatWithinDays < 1 || repeatWithinDays > DAYS_MAX) {
            throw new IllegalArgumentException("days are between 1 and " + DAYS_MAX);
        }
        ladder = List.copyOf(ladder);
    }

    /** The same ladder as it would be if it were switched on. */
    public RecoveryPolicy switchedOn() {
        return new RecoveryPolicy(true, ladder, budgetMinor, codeValidDays, repeatWithinDays);
    }

    /** What is done about a failure; empty if nothing is. */
    public Optional<RecoveryRule> ruleFor(Failure failure) {
        return active
                ? ladder.stream().filter(rule -> rule.applies(failure)).reduce((weaker, stronger) -> stronger)
                : Optional.empty();
    }
}
