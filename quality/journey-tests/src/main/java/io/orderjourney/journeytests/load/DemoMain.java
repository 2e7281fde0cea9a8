package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Fills a running stack with two and a half days of a shop's life, and lives on slowly, so that a newcomer finds every desk
 * busy: people call, goods arrive, and more goes wrong than in an ordinary shop. The clock may be moved by someone else meanwhile.
 */
public final class DemoMain {

    private static final int ORDERS_A_DAY = 45;
    private static final int DAYS = 14;
    private static final double TROUBLE = 2.5;
    private static final long SEED = 7;
    private static final Duration STEP = Duration.ofMinutes(15);
    /** Business time that passes with each breath of real time, while somebody looks on. */
    private static final Duration LIVE_STEP = Duration.ofMinutes(2);

    private static final Duration BREATH = Duration.ofSeconds(10);
    /** On the third day, when the desks are busiest. */
    private static final Duration FILLED_FOR = Duration.ofDays(2).plusHours(11);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

    private final Shop shop;
    private final PrintStream out;
    private final LoadPlan plan;
    private final ShopLife life;

    private DemoMain(Shop shop, ApiClient api, Staff staff, LoadPlan plan, PrintStream out) {
        this.shop = shop;
        this.out = out;
        this.plan = plan;
        this.life = new ShopLife(shop, api, staff, plan, STEP);
    }

    /** Arguments: {@code --stack FILE}. Ends when the two planned weeks are over. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Shop shop = Shop.at(LoadOptions.of(arguments).stack());
        LocalDate monday =
                QuietWeek.mondayAfter(shop.now().atZone(QuietWeek.SHOP_ZONE).toLocalDate());
        LoadPlan plan = LoadPlan.of(ORDERS_A_DAY * DAYS, DAYS, monday, new TrafficProfile(SEED, TROUBLE));
        try (Staff staff = new Staff();
                Topics topics = Topics.follow(shop.kafka())) {
            new DemoMain(shop, new ApiClient(shop, new Counters()), staff, plan, out).pass(topics);
        }
    }

    private void pass(Topics topics) throws InterruptedException {
        life.prepare();
        Instant filledAt = plan.beginsAt().plus(FILLED_FOR);
        Instant now = shop.now();
        LocalDate day = LocalDate.MIN;
        while (now.isBefore(filledAt)) {
            ZonedDateTime local = now.atZone(QuietWeek.SHOP_ZONE);
            if (local.toLocalDate().isAfter(day) && !local.toLocalTime().isBefore(LocalTime.of(8, 0))) {
                day = local.toLocalDate();
                out.printf(
                        "Demo: %s in the shop, %d orders%n",
                        TIME.format(local), life.storefront().placed().size());
            }
            now = live(topics, now, STEP);
        }
        out.printf(
                "Demo: %s in the shop, %d orders, %d of them over. From here on two minutes pass every %d seconds.%n",
                TIME.format(now.atZone(QuietWeek.SHOP_ZONE)),
                life.storefront().placed().size(),
                life.account().journeys().stream().filter(JourneyFacts::isOver).count(),
                BREATH.toSeconds());
        while (now.isBefore(plan.ordersEndAt())) {
            TimeUnit.SECONDS.sleep(BREATH.toSeconds());
            try {
                live(topics, shop.now(), LIVE_STEP);
            } catch (IllegalStateException busy) {
                // Somebody else moves the clock, or works at the same order. The next breath finds what is left.
                out.println("Demo: " + busy.getMessage());
            }
            now = shop.now();
        }
        out.println("Demo: the two weeks are over; the stack stays as it is.");
    }

    /** A moment of the shop: what is new is read, everyone acts, time passes. Returns the time it is then. */
    private Instant live(Topics topics, Instant now, Duration byDay) {
        life.look(topics, now);
        life.act(now);
        return shop.step(ShopLife.stepFrom(now, byDay));
    }
}
