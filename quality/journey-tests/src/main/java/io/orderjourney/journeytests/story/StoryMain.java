package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Plays stories through a running stack, one after the other, and checks from the outside how they went. */
public final class StoryMain {

    private StoryMain() {}

    /** Exit status 0 only if every check held. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 1 && arguments[0].equals("--list")) {
            ShortStories.list(out);
            return;
        }
        if (arguments.length < 2 || !arguments[0].equals("--stack")) {
            System.err.println("usage: StoryMain --list | --stack FILE [STORY...]");
            System.exit(2);
        }
        Shop shop = Shop.at(Path.of(arguments[1]));
        List<String> names = ShortStories.named(List.of(arguments).subList(2, arguments.length));
        boolean held = true;
        for (String name : names) {
            out.printf("%n=== %s%n", name);
            held &= name.equals(ShortStories.CREDIT)
                    ? playCredit(shop, out, Desks::new, checks -> {
                        new GeneratedClientStory(shop, checks).play();
                        new IntegratorStory(shop, checks, out, Path.of(System.getProperty("journey.root", "."))).play();
                    })
                    : playShort(ShortStories.called(name), shop, out);
        }
        System.exit(held ? 0 : 1);
    }

    /**
     * The credit story.
     *
     * @param staffing who works at the desks
     * @param afterwards what else is checked in the same stack
     * @return whether every check held
     */
    public static boolean playCredit(Shop shop, PrintStream out, Desks.Staffing staffing, Consumer<Checks> afterwards) {
        long startedNanos = System.nanoTime();
        Checks checks = new Checks();
        CreditStory story = new CreditStory(shop, checks, staffing);
        StoryReport report = new StoryReport(out);
        tell(checks, out, () -> {
            story.play();
            afterwards.accept(checks);
        });
        List<Topics.Event> events = events(shop, story);
        PromiseLedger ledger = PromiseLedger.of(events, story.mailbox());
        check(checks, story, events, ledger);
        report.comparison();
        report.ledger(ledger);
        report.messages(story.mailbox().all());
        return summary(
                out,
                checks,
                story,
                story.visits(),
                story.wastedTrips(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private static boolean playShort(ShortStories which, Shop shop, PrintStream out) {
        long startedNanos = System.nanoTime();
        Checks checks = new Checks();
        Story story = which.of(shop, checks);
        StoryReport report = new StoryReport(out);
        tell(checks, out, story::play);
        List<Topics.Event> events = events(shop, story);
        PromiseLedger ledger = PromiseLedger.of(events, story.mailbox());
        checkAlways(checks, story, events, ledger);
        report.ledger(ledger);
        report.messages(story.mailbox().all());
        return summary(out, checks, story, 0, 0, Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    private static void tell(Checks checks, PrintStream out, Runnable story) {
        try {
            story.run();
        } catch (RuntimeException failed) {
            failed.printStackTrace(out);
            checks.that(false, "the story could be played to its end: " + failed.getMessage());
        }
    }

    private static List<Topics.Event> events(Shop shop, Story story) {
        return story.orderId().isEmpty() ? List.of() : Topics.of(shop.kafka(), story.orderId());
    }

    private static void check(Checks checks, CreditStory story, List<Topics.Event> events, PromiseLedger ledger) {
        checkAlways(checks, story, events, ledger);
        checks.that(slips(ledger) >= 5, "at least five promises slipped and were announced, as in the story");
        checks.that(count(events, "fulfillment.ready-for-pickup.v1") == 1, "readiness was reached once, and once only");
        checks.that(story.visits() == 2, "two visits: one to sign, one for the phone");
        checks.that(story.wastedTrips() == 0, "no trip was wasted");
    }

    private static void checkAlways(Checks checks, Story story, List<Topics.Event> events, PromiseLedger ledger) {
        for (PromiseLedger.Line line : ledger.lines()) {
            checks.that(line.keptAt != null || line.withdrawnAt != null, line.kind + " came to an end");
            checks.that(!line.outcome().equals("MISSED WITHOUT NOTICE"), line.kind + " was not missed without notice");
            Instant lastConfirmed = line.firstPromisedAt;
            for (PromiseLedger.NewDate date : line.reschedules) {
                boolean later = date.dueAt.isAfter(lastConfirmed);
                Instant deliveredAt = date.deliveredAt;
                checks.that(
                        !later || (deliveredAt != null && deliveredAt.isBefore(lastConfirmed)),
                        line.kind + ": the new date " + date.dueAt + " reached the customer before " + lastConfirmed);
                lastConfirmed = deliveredAt == null ? lastConfirmed : date.dueAt;
            }
        }
        checks.that(
                events.stream().noneMatch(event -> event.type().equals("promises.promise-missed.v1")),
                "no promise was declared missed");
        checks.that(count(events, "orders.journey-ended.v1") == 1, "the order was completed");
        checks.that(inOrder(events), "each service's events of the journey are numbered 1, 2, 3 without a gap");
        checks.that(
                story.mailbox().all().stream().noneMatch(StoryMain::inQuietHours), "no message came in quiet hours");
        checks.that(distinct(story.mailbox()), "no message came twice on one channel");
    }

    private static long slips(PromiseLedger ledger) {
        return ledger.lines().stream()
                .filter(line -> line.reschedules.stream().anyMatch(date -> date.deliveredAt != null))
                .count();
    }

    private static long count(List<Topics.Event> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).count();
    }

    private static boolean inOrder(List<Topics.Event> events) {
        return events.stream().map(Topics.Event::source).distinct().allMatch(source -> {
            List<Long> numbers = events.stream()
                    .filter(event -> event.source().equals(source))
                    .map(Topics.Event::sequence)
                    .sorted()
                    .toList();
            return numbers.get(0) == 1 && numbers.get(numbers.size() - 1) == numbers.size();
        });
    }

    private static boolean inQuietHours(Mailbox.Received message) {
        int hour = message.seenAt().atZone(Timeline.SHOP_ZONE).getHour();
        return hour < 8 || hour >= 22;
    }

    private static boolean distinct(Mailbox mailbox) {
        return mailbox.all().stream()
                        .map(message -> message.channel() + message.reference())
                        .distinct()
                        .count()
                == mailbox.all().size();
    }

    private static boolean summary(
            PrintStream out, Checks checks, Story story, int visits, int wastedTrips, Duration took) {
        out.println();
        out.printf(
                "%d checks held, %d did not; the answer card was looked at %d times; %d messages, %d visits, %d wasted trips; %d s%n",
                checks.held(),
                checks.failures().size(),
                story.timeline().cardsSeen(),
                story.mailbox().all().size(),
                visits,
                wastedTrips,
                took.toSeconds());
        checks.failures().forEach(failure -> out.println("  DID NOT HOLD: " + failure));
        return checks.failures().isEmpty();
    }
}
