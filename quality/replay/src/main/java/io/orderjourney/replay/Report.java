package io.orderjourney.replay;

import io.orderjourney.foresight.RemainingTime;
import io.orderjourney.replay.Figures.Dates;
import io.orderjourney.replay.Strategy.Announcement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What the replay found, as text. Warm-up and measured half are told apart; the same file gives the same report. */
final class Report {

    private static final double PERCENT = 100;
    private static final List<Double> CHANCES = List.of(0.6, 0.7, 0.75, 0.8, 0.85, 0.9);
    private static final List<Double> CONSTANTS_LEARNED_FOR = List.of(0.5, 0.8, 0.9);
    private static final int HOURS_A_DAY = 24;

    private final StringBuilder text = new StringBuilder();
    private final OrderFile.Content content;
    private final ZoneId zone;
    private final List<Order> warmUp;
    private final List<Order> measured;

    Report(OrderFile.Content content, ZoneId zone) {
        this.content = content;
        this.zone = zone;
        int half = content.orders().size() / 2;
        this.warmUp = content.orders().subList(0, half);
        this.measured = content.orders().subList(half, content.orders().size());
    }

    /**
     * @param main the strategies to tell first
     * @param frontier the others
     */
    String of(List<Strategy> main, List<Strategy> frontier) {
        describeFile();
        line("WARNINGS (N is the notice that is aimed at)");
        warningsHead("");
        main.forEach(strategy -> warnings(name(strategy), strategy));
        define();
        for (Strategy strategy : main) {
            if (!strategy.isPlainRule()) {
                newDates(strategy);
            }
        }
        line("FRONTIER: the more slips are announced early, the more of the announcements are false alarms");
        warningsHead("announced early by policy");
        frontier.forEach(strategy -> warnings(
                format("%3.0f h before, %3.0f %% of slips", hours(strategy), strategy.share() * PERCENT), strategy));
        return text.toString();
    }

    private void describeFile() {
        line(format(
                "%,d rows: %,d orders replayed, %,d left out",
                content.rows(),
                content.orders().size(),
                content.leftOut().values().stream().mapToInt(Integer::intValue).sum()));
        content.leftOut().forEach((reason, count) -> line(format("  %,6d  %s", count, reason)));
        if (content.handOversDropped() > 0) {
            line(format(
                    "  %,6d  hand-overs unreadable, or before approval or after delivery: taken for unknown",
                    content.handOversDropped()));
        }
        line("Columns: " + content.columns());
        if (!measured.isEmpty()) {
            long slips = measured.stream().filter(Order::isSlip).count();
            line(format(
                    "Measured: the later half, %,d orders approved from %s on (%s); %,d of them slipped (%.1f %%)",
                    measured.size(),
                    measured.get(0).startedAt().atZone(zone).toLocalDate(),
                    zone,
                    slips,
                    PERCENT * slips / measured.size()));
        }
        line("");
    }

    private void warningsHead(String first) {
        line(format(
                "%-32s %9s %9s %9s %10s %13s %14s",
                first, "announced", "notice h", "notice h", "precision", "precision of", "slips told"));
        line(format(
                "%-32s %9s %9s %9s %10s %13s %14s",
                "", "slips", "median", "5th %", "of all", "those >= N h", ">= N h before"));
    }

    private void warnings(String name, Strategy strategy) {
        Figures figures = Figures.of(strategy, measured);
        line(format(
                "%-32s %7.1f %% %9.1f %9.1f %8.1f %% %11.1f %% %12.1f %%",
                name,
                figures.recall() * PERCENT,
                figures.medianNotice(),
                figures.leastNotice(),
                figures.precision() * PERCENT,
                figures.earlyPrecision() * PERCENT,
                figures.earlyShareOfSlips() * PERCENT));
    }

    private void define() {
        line("");
        line("A slip is a delivery after the end of the promised day. Announced: told before that end.");
        line(
                "Precision of all: the share of announcements, early and last, that were slips. Precision of those >= N h: of the");
        line(
                "announcements that left at least N hours. What is not announced early is announced at the last useful time.");
        line("Precision at N hours is read where the median notice is N hours or more.");
        line("");
    }

    private void newDates(Strategy strategy) {
        line(format("FIRST NEW DATE, announced by %s", name(strategy)));
        line(format("%-32s %9s %9s %9s %16s", "", "holds for", "median", "mean", "holds for all"));
        line(format("%-32s %9s %9s %9s %16s", "", "slips", "days", "days", "announcements"));
        dates("near or safe day", strategy, order -> said(strategy, order).newDay());
        for (double chance : CHANCES) {
            dates(format("day with chance %.0f %%", chance * PERCENT), strategy, order -> {
                RemainingTime forecast = said(strategy, order).forecast();
                return forecast == null
                        ? said(strategy, order).newDay()
                        : forecast.dayWithChance(chance, order.promisedOn());
            });
        }
        List<Double> lateness = new ArrayList<>(warmUp.stream()
                .filter(Order::isSlip)
                .map(order -> (double) Duration.between(order.dueAt(), order.deliveredAt())
                                .toHours()
                        / HOURS_A_DAY)
                .sorted()
                .toList());
        for (double chance : CONSTANTS_LEARNED_FOR) {
            if (!lateness.isEmpty()) {
                long days = (long) Math.ceil(Figures.percentile(lateness, chance));
                dates(
                        format("always +%d days", days),
                        strategy,
                        order -> order.promisedOn().plusDays(days));
            }
        }
        line("");
    }

    private void dates(String name, Strategy strategy, Function<Order, LocalDate> newDay) {
        Dates slips = Dates.of(strategy, measured, true, newDay);
        Dates all = Dates.of(strategy, measured, false, newDay);
        line(format(
                "%-32s %7.1f %% %9.1f %9.1f %14.1f %%",
                name, slips.holds() * PERCENT, slips.medianDays(), slips.meanDays(), all.holds() * PERCENT));
    }

    private static Announcement said(Strategy strategy, Order order) {
        return Objects.requireNonNull(strategy.announcement(order));
    }

    private static String name(Strategy strategy) {
        return format(strategy.isPlainRule() ? "plain rule, N = %.0f" : "Order Journey, N = %.0f", hours(strategy));
    }

    private static double hours(Strategy strategy) {
        return strategy.notice().toHours();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
