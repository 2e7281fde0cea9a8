package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Plays ordinary days as load through a running stack, and accounts from the outside for everything that was promised. */
public final class LoadMain {

    private LoadMain() {}

    /** Exit status 0 only if every check held. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LoadOptions options;
        try {
            options = LoadOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        System.exit(play(options, out) ? 0 : 1);
    }

    static boolean play(LoadOptions options, PrintStream out) {
        long begunNanos = System.nanoTime();
        Shop shop = Shop.at(options.stack());
        LoadPlan plan = LoadPlan.of(
                options.journeys(),
                options.days(),
                options.seed(),
                QuietWeek.mondayAfter(shop.now().atZone(QuietWeek.SHOP_ZONE).toLocalDate()));
        out.printf("%d orders on %d days, seed %d%n", options.journeys(), options.days(), options.seed());
        Tally tally = new Tally();
        Doors doors = new Doors(shop, tally);
        Findings findings = new Findings();
        MemoryWatch memory = new MemoryWatch();
        try (Crew crew = new Crew()) {
            Days days = new Days(shop, doors, crew, plan, options.step(), memory, out);
            days.pass();
            Duration passing = Duration.ofNanos(System.nanoTime() - begunNanos);
            new Afterwards(shop, doors, crew, findings).check(days.account(), plan, days.storefront(), days.now());
            memory.check(findings);
            findings.that(days.visitsInVain().isEmpty(), "no visit was in vain", days.visitsInVain());
            findings.that(tally.serverErrors() == 0, "no door answered with a server error", tally.serverErrors());
            new LoadReport(options, days, tally, findings, memory, passing, shop.data()).write(out);
        }
        return findings.allHold();
    }
}
