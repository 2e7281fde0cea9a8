package io.orderjourney.promises;

import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.time.BusinessCalendar;
import java.time.Instant;

/** How long the shop waits for a customer, in days on which the desk works: nobody loses an order over a weekend. */
public final class WaitingPolicy {

    private WaitingPolicy() {}

    /** When the waiting that begins at {@code sinceAt} is over: the closing of its last day. */
    public static Instant untilAt(WaitingReason reason, Instant sinceAt, BusinessCalendar calendar) {
        Instant at = calendar.closingAt(sinceAt);
        for (int day = 0; day < daysMax(reason); day++) {
            at = calendar.closingAt(calendar.nextOpen(at.plusMillis(1)));
        }
        return at;
    }

    private static int daysMax(WaitingReason reason) {
        return switch (reason) {
            case NOT_REACHED, CONFIRMATION, CREDIT_CHOICE, NOT_AT_HOME, CUSTOMER_CHOICE -> 3;
            case DOCUMENTS_MISSING, SIGNING -> 5;
            case COLLECTION -> 7;
        };
    }
}
