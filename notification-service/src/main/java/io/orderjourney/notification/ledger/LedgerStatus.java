package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a promise stands or ended, counted against the first promised date: a reschedule does not improve the score. */
public enum LedgerStatus {
    /** Open, and the first promised date stands. */
    OPEN,
    /** Open; rescheduled, and each new date was delivered before the old one passed. */
    OPEN_RESCHEDULED,
    /** Kept by the first promised date. */
    KEPT_ON_TIME,
    /** Kept later than first promised; each new date was delivered before the old one passed. */
    RESCHEDULED_WITH_NOTICE,
    /** A new date was delivered only after the old one had passed. */
    RESCHEDULED_LATE,
    /** A date passed unkept and without notice: the worst class. */
    MISSED_UNANNOUNCED,
    /** Nobody waits for it any more. */
    WITHDRAWN;

    /** @param dates every date of the promise */
    public static LedgerStatus of(Promise promise, List<PromisedDate> dates, Instant now) {
        List<PromisedDate> inOrder = dates.stream()
                .sorted(Comparator.comparingInt(PromisedDate::revision))
                .toList();
        LedgerStatus worst = worstDelivery(promise, inOrder, now);
        if (worst != null) {
            return worst;
        }
        if (promise.withdrawnAt() != null) {
            return WITHDRAWN;
        }
        Instant keptAt = promise.keptAt();
        if (keptAt == null) {
            return promise.revision() == 0 ? OPEN : OPEN_RESCHEDULED;
        }
        return keptAt.isAfter(promise.firstPromisedAt()) ? RESCHEDULED_WITH_NOTICE : KEPT_ON_TIME;
    }

    private static @Nullable LedgerStatus worstDelivery(Promise promise, List<PromisedDate> dates, Instant now) {
        // The customer must learn it before the time around which they arranged their day; a promise is missed when it
        // is over.
        PromisedDate lastConfirmed = new DateHistory(promise, dates).at(0);
        boolean late = false;
        for (PromisedDate date : dates) {
            Instant deliveredAt = date.deliveredAt();
            if (date.revision() == 0 || deliveredAt == null || isSuperseded(date, deliveredAt, dates)) {
                continue;
            }
            Instant before = isCustomersOwn(date) ? lastConfirmed.dueAt() : lastConfirmed.anchorAt();
            late |= deliveredAt.isAfter(before) && lastConfirmed.bindsAt(before);
            lastConfirmed = date;
        }
        boolean passed = endOf(promise, now).isAfter(lastConfirmed.dueAt());
        if (passed && lastConfirmed.bindsAt(lastConfirmed.dueAt())) {
            return MISSED_UNANNOUNCED;
        }
        return late ? RESCHEDULED_LATE : null;
    }

    /** A newer date was delivered before: this message was on its way so long that it told nothing new. */
    private static boolean isSuperseded(PromisedDate date, Instant deliveredAt, List<PromisedDate> dates) {
        return dates.stream()
                .filter(other -> other.revision() > date.revision())
                .map(PromisedDate::deliveredAt)
                .anyMatch(newer -> newer != null && newer.isBefore(deliveredAt));
    }

    /** Customers who reschedule their own visit, or stay away from it, were not kept waiting by the shop. */
    private static boolean isCustomersOwn(PromisedDate date) {
        return date.reason() == ReasonCode.CUSTOMER_ASKED
                || date.reason() == ReasonCode.CUSTOMER_DID_NOT_COME
                || date.reason() == ReasonCode.CUSTOMER_NOT_REACHED;
    }

    private static Instant endOf(Promise promise, Instant now) {
        Instant keptAt = promise.keptAt();
        Instant withdrawnAt = promise.withdrawnAt();
        return keptAt != null ? keptAt : withdrawnAt != null ? withdrawnAt : now;
    }
}
