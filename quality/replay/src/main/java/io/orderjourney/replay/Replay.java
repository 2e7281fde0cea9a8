package io.orderjourney.replay;

import io.orderjourney.foresight.HandlingHistory;
import io.orderjourney.foresight.RemainingTime;
import io.orderjourney.foresight.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks a simulated clock through the orders. Whatever is decided at a moment knows only what happened before it: neither how this order
 * ends nor how any other does.
 */
final class Replay {

    private static final int PROGRESS_STEPS = 200;

    private final DeliveryPolicy policy;
    private final ZoneId zone;
    private final List<Strategy> strategies;
    private final HandlingHistory history = new HandlingHistory();

    /** In the order in which things of one instant are taken: what happened is known before anything is decided. */
    private enum What {
        STARTED,
        HANDED_OVER,
        DELIVERED,
        NOTICE_TIME,
        LAST_USEFUL_TIME,
        DUE
    }

    /** @param number of the order, which makes the walk the same at each run */
    private record Moment(Instant at, What what, int number, Duration notice) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = at.compareTo(other.at);
            int byKind = byTime == 0 ? what.compareTo(other.what) : byTime;
            int byNumber = byKind == 0 ? Integer.compare(number, other.number) : byKind;
            return byNumber == 0 ? other.notice.compareTo(notice) : byNumber;
        }
    }

    Replay(DeliveryPolicy policy, ZoneId zone, List<Strategy> strategies) {
        this.policy = policy;
        this.zone = zone;
        this.strategies = strategies;
    }

    /**
     * @param orders in the order of their approval
     * @param progress is told the share of the walk that is done, 0 to 1
     */
    void run(List<Order> orders, DoubleConsumer progress) {
        List<Moment> moments = moments(orders);
        int step = Math.max(1, moments.size() / PROGRESS_STEPS);
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            take(moment, orders.get(moment.number()));
            if (i % step == 0 || i == moments.size() - 1) {
                progress.accept((i + 1.0) / moments.size());
            }
        }
    }

    private List<Moment> moments(List<Order> orders) {
        List<Duration> notices =
                strategies.stream().map(Strategy::notice).distinct().toList();
        List<Moment> moments = new ArrayList<>();
        for (int number = 0; number < orders.size(); number++) {
            Order order = orders.get(number);
            moments.add(new Moment(order.startedAt(), What.STARTED, number, Duration.ZERO));
            moments.add(new Moment(order.deliveredAt(), What.DELIVERED, number, Duration.ZERO));
            Instant handedOverAt = order.handedOverAt();
            if (handedOverAt != null) {
                moments.add(new Moment(handedOverAt, What.HANDED_OVER, number, Duration.ZERO));
            }
            // What is promised for tonight is looked at when it begins, not before.
            for (Duration notice : notices) {
                Instant at = later(policy.noticeTime(order, notice), order.startedAt());
                moments.add(new Moment(at, What.NOTICE_TIME, number, notice));
            }
            Instant lastAt = later(policy.lastUsefulTime(order), order.startedAt());
            moments.add(new Moment(lastAt, What.LAST_USEFUL_TIME, number, Duration.ZERO));
            moments.add(new Moment(order.dueAt(), What.DUE, number, Duration.ZERO));
        }
        Collections.sort(moments);
        return moments;
    }

    private void take(Moment moment, Order order) {
        LocalDateTime local = LocalDateTime.ofInstant(moment.at(), zone);
        boolean open = order.deliveredAt().isAfter(moment.at());
        switch (moment.what()) {
            case STARTED -> history.started(order.id(), new Work(local, order.promisedOn(), null));
            case HANDED_OVER -> history.handedOver(order.id(), local);
            case DELIVERED -> history.finished(order.id(), local);
            case NOTICE_TIME -> {
                if (open) {
                    RemainingTime remaining = remaining(order, local);
                    strategies.stream()
                            .filter(strategy -> strategy.notice().equals(moment.notice()))
                            .forEach(strategy -> strategy.atNotice(order, moment.at(), remaining));
                }
            }
            case LAST_USEFUL_TIME -> {
                if (open) {
                    RemainingTime remaining = remaining(order, local);
                    strategies.forEach(strategy -> strategy.atLastUsefulTime(order, moment.at(), remaining));
                }
            }
            case DUE -> {
                if (open) {
                    strategies.forEach(strategy -> strategy.atDue(order));
                }
            }
        }
    }

    private @Nullable RemainingTime remaining(Order order, LocalDateTime now) {
        return history.remaining(order.id(), now).orElse(null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
