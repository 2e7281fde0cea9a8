package io.orderjourney.promises;

import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.state.WaitingTimes;
import io.orderjourney.time.BusinessCalendar;
import java.time.Instant;
import java.util.Objects;

/** How long the shop waits for a customer, in days on which the desk works: nobody loses an order over a weekend. */
public final class WaitingPolicy {

    private WaitingPolicy() {}

    /** As the product ships it, for what a policy leaves out. */
    static final WaitingTimes SHIPPED =
            Objects.requireNonNull(ShopPolicies.initial().waiting());

    /** When the waiting that begins at {@code sinceAt} is over: the closing of its last day. */
    public static Instant untilAt(
            WaitingReason reason, Instant sinceAt, BusinessCalendar calendar, WaitingTimes times) {
        Instant at = calendar.closingAt(sinceAt);
        for (int day = 0; day < daysMax(reason, times); day++) {
            at = calendar.closingAt(calendar.nextOpen(at.plusMillis(1)));
        }
        return at;
    }

    private static int daysMax(WaitingReason reason, WaitingTimes times) {
        Integer days = times.days().get(reason);
        return days == null ? Objects.requireNonNull(SHIPPED.days().get(reason)) : days;
    }
}
