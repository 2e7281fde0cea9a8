package io.orderjourney.notification.watch;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a promise ended, or stands, counted against the date first said: extending a date does not wash it. */
public enum Ledger {
    /** Open, and the first promised date stands. */
    OPEN,
    /** Open; rescheduled, and the customer heard each time before the date he believed in. */
    OPEN_RESCHEDULED,
    /** Kept by the first promised date. */
    KEPT_ON_TIME,
    /** Kept later than first said; the customer heard each time before the date he believed in. */
    RESCHEDULED_WITH_NOTICE,
    /** The customer heard of a new date only after the old one had passed. */
    RESCHEDULED_LATE,
    /** A date passed unkept without a word: the worst class. */
    MISSED_UNANNOUNCED,
    /** Nobody waits for it any more. */
    WITHDRAWN;

    /** @param said every date said about the promise */
    public static Ledger of(Promise promise, List<SaidDate> said, Instant now) {
        List<SaidDate> inOrder = said.stream()
                .sorted(Comparator.comparingInt(SaidDate::revision))
                .toList();
        Ledger worst = worstHandover(promise, inOrder, now);
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

    private static @Nullable Ledger worstHandover(Promise promise, List<SaidDate> said, Instant now) {
        // He must hear before the time around which he arranged his day; a promise is broken when it is over.
        SaidDate believed = new DatesSaid(promise, said).at(0);
        boolean late = false;
        for (SaidDate date : said) {
            Instant handedOverAt = date.handedOverAt();
            if (date.revision() == 0 || handedOverAt == null || isOvertaken(date, handedOverAt, said)) {
                continue;
            }
            late |= handedOverAt.isAfter(isCustomersOwn(date) ? believed.dueAt() : believed.anchorAt());
            believed = date;
        }
        if (endOf(promise, now).isAfter(believed.dueAt())) {
            return MISSED_UNANNOUNCED;
        }
        return late ? RESCHEDULED_LATE : null;
    }

    /** He heard of a newer date before: a message that was on its way so long tells him nothing, and breaks nothing. */
    private static boolean isOvertaken(SaidDate date, Instant handedOverAt, List<SaidDate> said) {
        return said.stream()
                .filter(other -> other.revision() > date.revision())
                .map(SaidDate::handedOverAt)
                .anyMatch(newer -> newer != null && newer.isBefore(handedOverAt));
    }

    /** Who reschedules his own visit, or stays away from it, is not kept waiting by the shop once its time has begun. */
    private static boolean isCustomersOwn(SaidDate date) {
        return date.reason() == ReasonCode.CUSTOMER_ASKED || date.reason() == ReasonCode.CUSTOMER_DID_NOT_COME;
    }

    private static Instant endOf(Promise promise, Instant now) {
        Instant keptAt = promise.keptAt();
        Instant withdrawnAt = promise.withdrawnAt();
        return keptAt != null ? keptAt : withdrawnAt != null ? withdrawnAt : now;
    }
}
