package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Lets the planned days pass in equal steps; in each, everyone does their part. */
final class LoadRun {

    /** The time that the watch leaves a desk to respond; a longer step would skip it. */
    private static final Duration QUIET_STEP = Duration.ofMinutes(15);

    private static final Duration HALF_DAY = Duration.ofHours(12);

    private final Shop shop;
    private final LoadPlan plan;
    private final Duration step;
    private final ShopLife life;
    private final MemoryWatch memory;
    private final PrintStream progress;
    private Instant now = Instant.MIN;
    private Instant nextSampleAt = Instant.MIN;
    private int steps;

    LoadRun(
            Shop shop,
            ApiClient api,
            Staff staff,
            LoadPlan plan,
            Duration step,
            MemoryWatch memory,
            PrintStream progress) {
        this.shop = shop;
        this.plan = plan;
        this.step = step;
        this.life = new ShopLife(shop, api, staff, plan, step);
        this.memory = memory;
        this.progress = progress;
    }

    ShopLife life() {
        return life;
    }

    Instant now() {
        return now;
    }

    int steps() {
        return steps;
    }

    /** From the first Monday's midnight until everything is over, or is given up. */
    void pass() {
        life.prepare();
        now = shop.now();
        try (Topics topics = Topics.follow(shop.kafka())) {
            while (now.isBefore(plan.givesUpAt()) && !life.isOver()) {
                life.look(topics, now);
                sample();
                life.act(now);
                now = shop.step(
                        ShopLife.stepFrom(now, isQuiet() && step.compareTo(QUIET_STEP) < 0 ? QUIET_STEP : step));
                steps++;
            }
            life.look(topics, now);
            nextSampleAt = now;
            sample();
        }
        life.account().close(life.signing().missed());
    }

    /** The rest of the customers come one by one. */
    private boolean isQuiet() {
        long open = life.account().journeys().stream()
                .filter(journey -> !journey.isOver())
                .count();
        return !life.storefront().hasOrdersToPlace()
                && open * 10 < life.account().journeys().size();
    }

    private void sample() {
        if (now.isBefore(nextSampleAt)) {
            return;
        }
        nextSampleAt = now.plus(HALF_DAY);
        new Processes(shop.pids()).look(now).forEach(memory::add);
        progress.printf(
                "%s  %5d orders placed, %5d over, %7d events%n",
                now.atZone(QuietWeek.SHOP_ZONE).toLocalDateTime(),
                life.storefront().placed().size(),
                life.account().journeys().stream().filter(JourneyFacts::isOver).count(),
                life.account().events());
    }
}
