package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.QuietWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The account by kind of journey and end: what was promised and how it went, what was apologised for, how often customers
 * were written to.
 */
final class Promised {

    /** What an apology for a delay or for a broken word begins with, in each language. */
    private static final List<String> APOLOGIES = List.of(
            "we are sorry: we cannot keep",
            "sorry, a new time",
            "sorry, new times",
            "we did not keep our word",
            "przepraszamy, nie dotrzym",
            "przepraszamy, now",
            "ne bomo mogli držati",
            "žal nam je, nov",
            "приносим извинения");

    private static final Duration HOUR = Duration.ofHours(1);

    /** Orders of one kind with one end. */
    static final class Line {
        int journeys;
        int promises;
        int apologies;
        int falseApologies;
        final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    }

    private final Account account;
    private final Storefront storefront;
    private final Findings findings;
    private final Map<String, Line> lines = new TreeMap<>();
    private int mostInAnHour;
    private int mostOnADay;

    Promised(Account account, Storefront storefront, Findings findings) {
        this.account = account;
        this.storefront = storefront;
        this.findings = findings;
    }

    /** By kind and end, such as {@code credit, completed}. */
    Map<String, Line> lines() {
        return lines;
    }

    int mostInAnHour() {
        return mostInAnHour;
    }

    int mostOnADay() {
        return mostOnADay;
    }

    void count(Instant now) {
        for (JourneyFacts journey : account.journeys()) {
            Line line = line(journey);
            line.journeys++;
            journey.promises.values().forEach(promise -> {
                line.promises++;
                line.outcomes.merge(promise.outcome(now), 1, Integer::sum);
            });
            ended(journey);
        }
        apologies();
        messagesOfEach();
    }

    /** As its customer, its bank and its courier had it; and with everything that was promised. */
    private void ended(JourneyFacts journey) {
        PlannedOrder order = storefront.order(journey.id);
        findings.that(
                order == null || order.course().end().equals(journey.end),
                "every order ended as its customer, bank and courier had it",
                order == null ? "" : order.reference() + " " + order.course() + " ended as " + journey.end);
        findings.that(
                !journey.isOver() || journey.promises.values().stream().noneMatch(PromiseFacts::isOpen),
                "an end left no promise open",
                journey.id + ", " + journey.end);
    }

    private void apologies() {
        Set<String> counted = new HashSet<>();
        for (MessageFeed.Delivered message : account.delivered()) {
            String text = message.text().toLowerCase(Locale.ROOT);
            Account.Notice notice = account.notice(message);
            boolean apologises = APOLOGIES.stream().anyMatch(text::contains);
            if (!apologises || notice == null || !counted.add(notice.id())) {
                continue;
            }
            JourneyFacts journey = account.journey(notice.journeyId());
            boolean earned = isEarned(notice, journey, message.seenAt());
            Line line = line(journey);
            line.apologies++;
            line.falseApologies += earned ? 0 : 1;
            findings.that(
                    earned,
                    "every apology was for a failure of the shop",
                    journey.id + " " + name(journey) + ": " + notice + " at " + message.seenAt());
        }
    }

    private static boolean isEarned(Account.Notice notice, JourneyFacts journey, Instant readAt) {
        boolean broken = notice.isAbout("APOLOGY")
                && journey.promises.values().stream().anyMatch(promise -> promise.declaredMissed);
        boolean afterItsEnd = journey.endedAt.isBefore(readAt.minus(HOUR));
        return broken
                || !afterItsEnd
                        && notice.rescheduled().stream().anyMatch(date -> {
                            PromiseFacts promise = journey.promises.get(date.promiseId());
                            return promise != null && promise.isShopsFault(date.revision(), readAt);
                        });
    }

    /** A mail and a text message of one notice are one message to the customer. */
    private void messagesOfEach() {
        Map<String, Map<String, Instant>> byJourney = new HashMap<>();
        for (MessageFeed.Delivered message : account.delivered()) {
            Account.Notice notice = account.notice(message);
            if (notice != null && !notice.isAbout("READINESS_WITHDRAWN")) {
                byJourney
                        .computeIfAbsent(notice.journeyId(), first -> new HashMap<>())
                        .putIfAbsent(notice.id(), message.seenAt());
            }
        }
        byJourney.forEach((journeyId, notices) -> {
            List<Instant> times =
                    notices.values().stream().sorted(Comparator.naturalOrder()).toList();
            int hour = mostWithinAnHour(times);
            int day = mostOnADay(times);
            mostInAnHour = Math.max(mostInAnHour, hour);
            mostOnADay = Math.max(mostOnADay, day);
            findings.that(hour <= 1, "no customer got more than one message within an hour", told(journeyId));
            findings.that(day <= 3, "no customer got more than three messages on one day", told(journeyId));
        });
    }

    private String told(String journeyId) {
        return name(account.journey(journeyId)) + " " + journeyId + ": "
                + account.notices().stream()
                        .filter(notice -> notice.journeyId().equals(journeyId))
                        .map(notice -> account.readAt(notice) + " " + notice.channel() + " " + notice.subjects() + " "
                                + notice.rescheduled().size() + " dates")
                        .toList();
    }

    private static int mostWithinAnHour(List<Instant> times) {
        Deque<Instant> window = new ArrayDeque<>();
        int most = 0;
        for (Instant time : times) {
            window.add(time);
            while (!window.peek().plus(HOUR).isAfter(time)) {
                window.remove();
            }
            most = Math.max(most, window.size());
        }
        return most;
    }

    private static int mostOnADay(List<Instant> times) {
        Map<LocalDate, Integer> byDay = new HashMap<>();
        times.forEach(time -> byDay.merge(time.atZone(QuietWeek.SHOP_ZONE).toLocalDate(), 1, Integer::sum));
        return byDay.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private Line line(JourneyFacts journey) {
        return lines.computeIfAbsent(name(journey), first -> new Line());
    }

    private String name(JourneyFacts journey) {
        PlannedOrder order = storefront.order(journey.id);
        PlannedQuestion question = storefront.asked().get(journey.id);
        String kind = order != null
                ? order.course().kind().name()
                : question != null && question.isStockAlert() ? "STOCK_ALERT" : "INQUIRY";
        String end = journey.end.isEmpty() ? "OPEN" : journey.end;
        return (kind + ", " + end).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
