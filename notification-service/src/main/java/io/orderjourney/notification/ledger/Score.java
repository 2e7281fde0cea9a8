package io.orderjourney.notification.ledger;

import java.util.Map;

/**
 * How the promises of one group ended.
 *
 * @param group the desk, the kind, the pickup point, ...
 * @param counts how many ended with each status; a status without any is left out
 */
public record Score(String group, Map<LedgerStatus, Long> counts) {

    /** By what promises are grouped. */
    public enum By {
        DESK,
        KIND,
        PARTNER,
        PICKUP_POINT,
        /** Of the first promised date; named by its Monday. */
        WEEK,
        /** Why the shop rescheduled them last. */
        REASON
    }

    public Score {
        counts = Map.copyOf(counts);
    }

    public long of(LedgerStatus status) {
        return counts.getOrDefault(status, 0L);
    }

    /** All that count: what nobody waited for any more does not. */
    public long total() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey() != LedgerStatus.WITHDRAWN)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The share of a status in all that count, in percent. */
    public double percent(LedgerStatus status) {
        return total() == 0 ? 0 : 100.0 * of(status) / total();
    }
}
