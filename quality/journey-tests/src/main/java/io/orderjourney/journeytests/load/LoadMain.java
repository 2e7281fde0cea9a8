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
        Counters counters = new Counters();
        ApiClient api = new ApiClient(shop, counters);
        Findings findings = new Findings();
        MemoryWatch memory = new MemoryWatch();
        try (Staff staff = new Staff()) {
            LoadRun run = new LoadRun(shop, api, staff, plan, options.step(), memory, out);
            run.pass();
            Duration passing = Duration.ofNanos(System.nanoTime() - begunNanos);
            new Reconciliation(shop, api, staff, findings).check(run.life(), plan, run.now());
            Promised promised = new Promised(run.life().account(), run.life().storefront(), findings);
            promised.count(run.now());
            memory.check(findings);
            findings.that(
                    run.life().wastedTrips().isEmpty(),
                    "no trip was wasted",
                    run.life().wastedTrips());
            findings.that(
                    counters.serverErrors() == 0, "no endpoint responded with a server error", counters.serverErrors());
            new LoadReport(options, run, promised, counters, findings, memory, passing, shop.data()).write(out);
        }
        return findings.allHold();
    }
}
