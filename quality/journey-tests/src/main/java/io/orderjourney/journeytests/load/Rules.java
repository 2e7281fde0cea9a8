package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.QuietWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of an account that is closed. */
final class Rules {

    private static final LocalTime NIGHT_FROM = LocalTime.of(21, 0);
    private static final LocalTime NIGHT_UNTIL = LocalTime.of(8, 0);
    private static final Set<String> ANSWERS_TO_AN_ACT =
            Set.of("INQUIRY_RECEIVED", "COMPLAINT_RECEIVED", "STOCK_ALERT_RECEIVED", "ORDER_RECEIVED", "NEXT_UPDATE");

    private final Account account;
    private final Findings findings;
    private final Instant now;

    Rules(Account account, Findings findings, Instant now) {
        this.account = account;
        this.findings = findings;
        this.now = now;
    }

    /** How many promises of each kind ended in which way. */
    Map<String, Map<Outcome, Integer>> outcomes() {
        Map<String, Map<Outcome, Integer>> outcomes = new TreeMap<>();
        account.promises()
                .forEach(promise -> outcomes.computeIfAbsent(promise.kind, first -> new EnumMap<>(Outcome.class))
                        .merge(promise.outcome(now), 1, Integer::sum));
        return outcomes;
    }

    void check() {
        account.promises().forEach(this::promise);
        account.journeys().forEach(this::journey);
        messages();
    }

    private void promise(PromiseFacts promise) {
        findings.that(
                !promise.isOpen() || promise.dueAt().isAfter(now),
                "every promise has an end, or is open with a time that lies ahead",
                promise);
        Outcome outcome = promise.outcome(now);
        findings.that(outcome != Outcome.MISSED_UNANNOUNCED, "no promise was missed without notice", promise);
        findings.that(
                !promise.isAnnouncedLateForAttendingCustomer(),
                "every new date reached the customer before the old one passed",
                promise);
        findings.that(!promise.declaredMissed, "no promise was declared missed", promise);
        findings.that(
                promise.revision() == promise.dates.size() - 1,
                "the reschedules of a promise are numbered without a gap",
                promise);
    }

    private void journey(JourneyFacts journey) {
        findings.that(
                journey.twoWithOneNumber.isEmpty(),
                "no two events of a journey carry one number",
                journey.twoWithOneNumber);
        journey.numbers.forEach((source, numbers) -> findings.that(
                numbers.firstKey() == 1 && numbers.lastKey() == numbers.size(),
                "each service's events of a journey are numbered 1, 2, 3 without a gap",
                journey.id + " " + source + " " + numbers.keySet()));
        findings.that(journey.ended == 1, "every journey ended, and once", journey.id + ": ended " + journey.ended);
        boolean ordered = journey.has("orders.order-placed.v1");
        boolean completed = ordered && journey.end.equals("COMPLETED");
        int handedOver = journey.handedOver + journey.parcelsDelivered;
        findings.that(
                handedOver == (completed ? 1 : 0),
                "goods reached the customer once where the order is completed, and never otherwise",
                journey.id + ": " + handedOver + " times, ended as " + journey.end);
        counter(journey);
    }

    /** Plays the counter's facts in their order. */
    private void counter(JourneyFacts journey) {
        Set<String> wanted = journey.gates();
        Set<String> open = new HashSet<>();
        boolean ready = false;
        for (JourneyFacts.CounterFact fact : journey.counter.values()) {
            switch (fact.type()) {
                case "fulfillment.gate-opened.v1" -> open.add(fact.gate());
                case "fulfillment.gate-closed.v1" -> open.remove(fact.gate());
                case "fulfillment.readiness-withdrawn.v1" -> ready = false;
                case "fulfillment.ready-for-pickup.v1" -> {
                    findings.that(
                            open.containsAll(wanted),
                            "\"ready\" was announced only while every gate was open",
                            journey.id + ": " + open);
                    ready = true;
                }
                default ->
                    findings.that(
                            ready && open.containsAll(wanted),
                            "goods were handed over only when they were ready",
                            journey.id + ": " + open);
            }
        }
    }

    private void messages() {
        Map<String, String> announcedBy = new HashMap<>();
        for (Account.Notice notice : account.notices()) {
            if (notice.channel().equals("CALL")) {
                continue;
            }
            findings.that(
                    account.isDelivered(notice), "every message reported as delivered reached the customer", notice);
            for (Account.NewDate date : notice.rescheduled()) {
                String once = date + " " + notice.channel();
                String before = announcedBy.putIfAbsent(once, notice.id());
                findings.that(before == null, "a new date was announced once on a channel", once);
            }
        }
        findings.that(account.copies().isEmpty(), "no message came twice on one channel", account.copies());
        for (MessageFeed.Delivered message : account.delivered()) {
            LocalTime local = message.seenAt().atZone(QuietWeek.SHOP_ZONE).toLocalTime();
            boolean quiet = !local.isBefore(NIGHT_FROM) || local.isBefore(NIGHT_UNTIL);
            findings.that(!quiet || mayCome(message), "no message came in quiet hours", message);
        }
    }

    /** The trip guard wakes people, and a mail that answers what they just did reaches somebody who is awake. */
    private boolean mayCome(MessageFeed.Delivered message) {
        Account.Notice notice = account.notice(message);
        return notice != null
                && (notice.isAbout("READINESS_WITHDRAWN")
                        || message.channel().equals("EMAIL")
                                && !notice.subjects().isEmpty()
                                && ANSWERS_TO_AN_ACT.containsAll(notice.subjects()));
    }
}
