package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a message leaves: after the merge window, so that news of one moment is one message; never in the customer's quiet
 * hours, unless it is a trip guard; and a delay notice well before the old date.
 */
public final class SendTimePolicy {

    /** A delay notice must not be the last thing before the date: it leaves at least so long before, if it still can. */
    static final Duration BEFORE_THE_DATE = Duration.ofMinutes(20);

    private SendTimePolicy() {}

    /**
     * The first time from now on at which a message may go out to the customer: planned messages and repeated attempts
     * alike wait for the end of the quiet hours, except the trip guard.
     */
    public static Instant outsideQuietHours(Instant now, Notice notice, ShopTerms terms, ZoneId customerZone) {
        return notice.isTripGuard() ? now : terms.quietHoursIn(customerZone).endOfQuiet(now);
    }

    /**
     * As {@link #outsideQuietHours}; a mail that answers what the customer just did does not wait either: they are awake.
     *
     * @param byMail whether it would go out by mail
     */
    public static Instant allowedAt(Instant now, Notice notice, boolean byMail, ShopTerms terms, ZoneId customerZone) {
        return byMail && notice.answersOwnAct() ? now : outsideQuietHours(now, notice, terms, customerZone);
    }

    /** @param believedAnchorAt the date that makes it urgent; null for plain news */
    public static Instant sendAfter(
            Instant now,
            @Nullable NoticeSubject subject,
            @Nullable Instant believedAnchorAt,
            ShopTerms terms,
            ZoneId customerZone) {
        if (subject == NoticeSubject.READINESS_WITHDRAWN
                || subject == NoticeSubject.INQUIRY_RECEIVED
                || subject == NoticeSubject.COMPLAINT_RECEIVED
                || subject == NoticeSubject.STOCK_ALERT_RECEIVED
                || subject == NoticeSubject.REPAIR_RECEIVED) {
            return now;
        }
        Instant merged = now.plus(terms.policy().mergeWindow());
        if (subject == NoticeSubject.ORDER_RECEIVED) {
            // They are awake; by what way it may go at this hour is decided when it leaves.
            return merged;
        }
        QuietHours quietHours = terms.quietHoursIn(customerZone);
        Instant awake = quietHours.isQuiet(merged) ? quietHours.endOfQuiet(merged) : merged;
        if (believedAnchorAt == null || !awake.isAfter(believedAnchorAt.minus(BEFORE_THE_DATE))) {
            return awake;
        }
        // Waiting longer would make it too late: it leaves now, or at the end of the quiet hours.
        return quietHours.isQuiet(now) ? quietHours.endOfQuiet(now) : now;
    }
}
