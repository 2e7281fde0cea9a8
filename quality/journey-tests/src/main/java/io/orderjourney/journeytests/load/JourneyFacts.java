package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the topics say about one journey, copies left out. */
final class JourneyFacts {

    /** Something at the counter: a gate opened or closed, readiness reached or taken back, goods handed over. */
    record CounterFact(String type, String gate) {}

    final String id;
    final Map<String, PromiseFacts> promises = new LinkedHashMap<>();
    /** By source: event ids by their number. */
    final Map<String, TreeMap<Long, String>> numbers = new HashMap<>();
    /** Numbers that two different events carry. */
    final List<String> twoWithOneNumber = new ArrayList<>();
    /** In the order of fulfillment-service's numbers. */
    final TreeMap<Long, CounterFact> counter = new TreeMap<>();

    boolean onCredit;
    int completed;
    int handedOver;
    int copies;

    JourneyFacts(String id) {
        this.id = id;
    }

    /** Takes an event; returns whether it was new. */
    boolean take(Topics.Event event) {
        TreeMap<Long, String> ofSource = numbers.computeIfAbsent(event.source(), first -> new TreeMap<>());
        String before = ofSource.putIfAbsent(event.sequence(), event.id());
        if (before != null) {
            if (before.equals(event.id())) {
                copies++;
            } else {
                twoWithOneNumber.add(event.source() + " " + event.sequence() + " " + event.type());
            }
            return false;
        }
        switch (event.type()) {
            case "orders.order-placed.v1" -> onCredit = text(event, "payment").equals("CREDIT");
            case "orders.journey-ended.v1" -> completed++;
            case "promises.promise-made.v1" -> made(event);
            case "promises.promise-rescheduled.v1" -> rescheduled(event);
            case "promises.promise-kept.v1" -> of(event).keptAt = instant(event, "keptAt");
            case "promises.promise-withdrawn.v1" -> of(event).withdrawnAt = instant(event, "withdrawnAt");
            case "promises.promise-missed.v1" -> of(event).declaredMissed = true;
            case "fulfillment.goods-handed-over.v1" -> {
                handedOver++;
                counter(event);
            }
            case "fulfillment.gate-opened.v1",
                    "fulfillment.gate-closed.v1",
                    "fulfillment.ready-for-pickup.v1",
                    "fulfillment.readiness-withdrawn.v1" -> counter(event);
            default -> {
                // Its number counts; what it says is not needed here.
            }
        }
        return true;
    }

    private void counter(Topics.Event event) {
        counter.put(event.sequence(), new CounterFact(event.type(), text(event, "gate")));
    }

    private void made(Topics.Event event) {
        Instant firstPromisedAt = instant(event, "firstPromisedAt");
        Instant anchorAt = event.data().hasNonNull("windowStartAt") ? instant(event, "windowStartAt") : firstPromisedAt;
        String promiseId = text(event, "promiseId");
        promises.put(promiseId, new PromiseFacts(promiseId, id, text(event, "kind"), firstPromisedAt, anchorAt));
    }

    private void rescheduled(Topics.Event event) {
        Instant dueAt = instant(event, "dueAt");
        Instant anchorAt = event.data().hasNonNull("windowStartAt") ? instant(event, "windowStartAt") : dueAt;
        boolean bySystem = event.data().path("bySystem").asBoolean();
        PromiseFacts.Date date = new PromiseFacts.Date(anchorAt, dueAt, text(event, "reason"), bySystem);
        of(event).rescheduled(event.data().path("revision").asInt(), date, instant(event, "rescheduledAt"));
    }

    private PromiseFacts of(Topics.Event event) {
        String promiseId = text(event, "promiseId");
        PromiseFacts promise = promises.get(promiseId);
        if (promise == null) {
            throw new IllegalStateException(event.type() + " came before promise " + promiseId + " was made");
        }
        return promise;
    }

    private static String text(Topics.Event event, String field) {
        return event.data().path(field).asText("");
    }

    private static Instant instant(Topics.Event event, String field) {
        return Instant.parse(event.data().path(field).asText());
    }
}
