package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** When each type of event first came. */
    final Map<String, Instant> firstAt = new HashMap<>();

    /** How it ended; empty while it has not. */
    String end = "";

    Instant endedAt = Instant.MAX;

    /** The application for credit; empty without one. */
    String applicationId = "";

    private String payment = "";
    int ended;
    int handedOver;
    int parcelsDelivered;
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
        firstAt.putIfAbsent(event.type(), Instant.parse(event.time()));
        switch (event.type()) {
            case "orders.order-placed.v1", "orders.payment-changed.v1" -> payment = text(event, "payment");
            case "orders.journey-ended.v1" -> {
                ended++;
                end = text(event, "end");
                endedAt = instant(event, "endedAt");
            }
            case "credit.application-opened.v1" -> applicationId = text(event, "applicationId");
            case "fulfillment.parcel-delivered.v1" -> parcelsDelivered++;
            case "promises.promise-paused.v1" -> paused(of(event), instant(event, "pausedAt"));
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

    /** The customer has to act first: what waits for this promise waits for them too. */
    private void paused(PromiseFacts promise, Instant at) {
        promise.pausedAt.add(at);
        promises.values().stream()
                .filter(other -> other != promise && other.isOpen() && waits(other, promise.kind, new HashSet<>()))
                .forEach(other -> other.pausedAt.add(at));
    }

    private boolean waits(PromiseFacts promise, String kind, Set<String> seen) {
        return promise.waitsFor.contains(kind)
                || promise.waitsFor.stream()
                        .filter(seen::add)
                        .flatMap(cause -> promises.values().stream().filter(other -> other.kind.equals(cause)))
                        .anyMatch(cause -> waits(cause, kind, seen));
    }

    /** Whether an event of this type has come. */
    boolean has(String type) {
        return firstAt.containsKey(type);
    }

    boolean isOver() {
        return ended > 0;
    }

    /** The gates that its goods have to pass, as it is paid now. */
    Set<String> gates() {
        return switch (payment) {
            case "CREDIT" -> Set.of("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT", "AGREEMENT_SIGNED", "BANK_PAPERS");
            case "PREPAID" -> Set.of("GOODS_AT_PICKUP_POINT");
            default -> Set.of("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT");
        };
    }

    private void counter(Topics.Event event) {
        counter.put(event.sequence(), new CounterFact(event.type(), text(event, "gate")));
    }

    private void made(Topics.Event event) {
        Instant firstPromisedAt = instant(event, "firstPromisedAt");
        Instant anchorAt = event.data().hasNonNull("windowStartAt") ? instant(event, "windowStartAt") : firstPromisedAt;
        String promiseId = text(event, "promiseId");
        PromiseFacts promise = new PromiseFacts(
                promiseId, id, text(event, "kind"), firstPromisedAt, anchorAt, instant(event, "madeAt"));
        event.data().path("waitsFor").forEach(kind -> promise.waitsFor.add(kind.asText()));
        promises.put(promiseId, promise);
    }

    private void rescheduled(Topics.Event event) {
        Instant dueAt = instant(event, "dueAt");
        Instant anchorAt = event.data().hasNonNull("windowStartAt") ? instant(event, "windowStartAt") : dueAt;
        boolean bySystem = event.data().path("bySystem").asBoolean();
        PromiseFacts.Date date = new PromiseFacts.Date(
                anchorAt, dueAt, text(event, "reason"), bySystem, instant(event, "rescheduledAt"));
        of(event).rescheduled(event.data().path("revision").asInt(), date);
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
