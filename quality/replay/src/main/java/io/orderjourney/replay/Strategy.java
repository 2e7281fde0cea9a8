package io.orderjourney.replay;

import io.orderjourney.foresight.EarlyNoticePolicy;
import io.orderjourney.foresight.NewDatePolicy;
import io.orderjourney.foresight.RemainingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way to warn, played over all orders: when it spoke of which order, and what new day it gave. It speaks once of each. */
final class Strategy {

    /** The new day while nothing was learned: so many days later. */
    private static final int DAYS_AT_FIRST = 14;

    private static final int NEAR_DAYS = 8;
    private static final double NEAR_SHARE = 0.53;
    private static final double SAFE_CHANCE = 0.95;

    private final Duration notice;
    private final double share;
    private final @Nullable EarlyNoticePolicy policy;
    private final NewDatePolicy newDate = new NewDatePolicy(NEAR_DAYS, NEAR_SHARE, SAFE_CHANCE);
    private final Map<Order, Announcement> announcements = new HashMap<>();
    private final Map<Order, Double> risks = new HashMap<>();

    /**
     * What was said of one order.
     *
     * @param newDay by the end of which it is promised now
     * @param forecast what was foreseen then; absent before there was enough history
     */
    record Announcement(
            Instant at, LocalDate newDay, @Nullable RemainingTime forecast) {}

    private Strategy(Duration notice, double share, @Nullable EarlyNoticePolicy policy) {
        this.notice = notice;
        this.share = share;
        this.policy = policy;
    }

    /** Warns of everything that is not done so long before its due time. */
    static Strategy plainRule(Duration notice) {
        return new Strategy(notice, 1, null);
    }

    /** Warns early of what the forecast is sure of, and of the rest at the last useful time. */
    static Strategy foresighted(Duration notice, double share) {
        return new Strategy(notice, share, new EarlyNoticePolicy(share));
    }

    Duration notice() {
        return notice;
    }

    double share() {
        return share;
    }

    boolean isPlainRule() {
        return policy == null;
    }

    /** So much before the due time the order is not done. */
    void atNotice(Order order, Instant now, @Nullable RemainingTime remaining) {
        if (policy == null) {
            announce(order, now, remaining);
        } else if (remaining != null) {
            double risk = remaining.openAfter(order.promisedOn());
            risks.put(order, risk);
            if (policy.warns(risk)) {
                announce(order, now, remaining);
            }
        }
    }

    /** At the last useful time the order is not done. */
    void atLastUsefulTime(Order order, Instant now, @Nullable RemainingTime remaining) {
        announce(order, now, remaining);
    }

    /** The due time passed and the order is not done: only now it is known that it slipped. */
    void atDue(Order order) {
        Double risk = risks.get(order);
        if (policy != null && risk != null) {
            policy.slipped(risk);
        }
        Announcement said = announcements.get(order);
        if (said != null && said.forecast() != null) {
            newDate.slipped(order.promisedOn(), said.newDay());
        }
    }

    private void announce(Order order, Instant now, @Nullable RemainingTime remaining) {
        if (!announcements.containsKey(order)) {
            LocalDate newDay = remaining == null
                    ? order.promisedOn().plusDays(DAYS_AT_FIRST)
                    : newDate.newDay(remaining, order.promisedOn());
            announcements.put(order, new Announcement(now, newDay, remaining));
        }
    }

    @Nullable
    Announcement announcement(Order order) {
        return announcements.get(order);
    }
}
