package io.orderjourney.replay;

import io.orderjourney.replay.Strategy.Announcement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How well a strategy warned of the measured orders.
 *
 * @param slips orders that were late
 * @param announcedSlips of them, those announced before their due time
 * @param announcements slips and false alarms
 * @param early announcements that left at least the notice of the strategy
 * @param earlySlips of them, those that were slips
 * @param noticeHours of each announced slip, ascending
 */
record Figures(int slips, int announcedSlips, int announcements, int early, int earlySlips, List<Double> noticeHours) {

    private static final double MINUTES = 60;

    static Figures of(Strategy strategy, List<Order> measured) {
        int slips = 0;
        int announcements = 0;
        int early = 0;
        int earlySlips = 0;
        List<Double> hours = new ArrayList<>();
        for (Order order : measured) {
            slips += order.isSlip() ? 1 : 0;
            Announcement said = strategy.announcement(order);
            if (said == null || !said.at().isBefore(order.dueAt())) {
                continue;
            }
            Duration notice = Duration.between(said.at(), order.dueAt());
            boolean inGoodTime = notice.compareTo(strategy.notice()) >= 0;
            announcements++;
            early += inGoodTime ? 1 : 0;
            earlySlips += inGoodTime && order.isSlip() ? 1 : 0;
            if (order.isSlip()) {
                hours.add(notice.toMinutes() / MINUTES);
            }
        }
        hours.sort(null);
        return new Figures(slips, hours.size(), announcements, early, earlySlips, List.copyOf(hours));
    }

    double recall() {
        return share(announcedSlips, slips);
    }

    double precision() {
        return share(announcedSlips, announcements);
    }

    double earlyPrecision() {
        return share(earlySlips, early);
    }

    double earlyShareOfSlips() {
        return share(earlySlips, slips);
    }

    double medianNotice() {
        return percentile(noticeHours, 0.5);
    }

    double leastNotice() {
        return percentile(noticeHours, 0.05);
    }

    /**
     * How the first new date did.
     *
     * @param count announcements that were asked
     * @param holds of them, the share that was delivered by the end of the new day
     */
    record Dates(int count, double holds, double medianDays, double meanDays) {

        /** @param slipsOnly leaves out false alarms, whose new date holds by itself */
        static Dates of(Strategy strategy, List<Order> measured, boolean slipsOnly, Function<Order, LocalDate> newDay) {
            List<Double> days = new ArrayList<>();
            int held = 0;
            for (Order order : measured) {
                if (strategy.announcement(order) == null || (slipsOnly && !order.isSlip())) {
                    continue;
                }
                long later = ChronoUnit.DAYS.between(order.promisedOn(), newDay.apply(order));
                days.add((double) later);
                // Both end with their day, so days are whole even where a clock change makes one longer.
                held += Duration.between(order.dueAt(), order.deliveredAt()).compareTo(Duration.ofDays(later)) <= 0
                        ? 1
                        : 0;
            }
            days.sort(null);
            double mean =
                    days.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            return new Dates(days.size(), share(held, days.size()), percentile(days, 0.5), mean);
        }
    }

    /** Between two neighbours, in proportion; NaN of nothing. */
    static double percentile(List<Double> ascending, double share) {
        if (ascending.isEmpty()) {
            return Double.NaN;
        }
        double place = share * (ascending.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.size() - 1);
        return ascending.get(below) + (place - below) * (ascending.get(above) - ascending.get(below));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
