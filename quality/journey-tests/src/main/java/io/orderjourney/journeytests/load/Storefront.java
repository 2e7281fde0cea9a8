package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Customers at the storefront: a pickup day is asked for, then the order is placed; others ask a question. */
final class Storefront implements Worker {

    private final ApiClient api;
    private final Deque<PlannedOrder> toPlace;
    private final Deque<PlannedQuestion> toAsk;
    private final Map<String, PlannedOrder> placed = new ConcurrentHashMap<>();
    private final Map<String, PlannedQuestion> asked = new ConcurrentHashMap<>();
    private final List<String> refused = new ArrayList<>();

    Storefront(ApiClient api, Collection<PlannedOrder> orders, Collection<PlannedQuestion> questions) {
        this.api = api;
        this.toPlace = new ArrayDeque<>(orders);
        this.toAsk = new ArrayDeque<>(questions);
    }

    /** Questions by the ids of their journeys. */
    Map<String, PlannedQuestion> asked() {
        return asked;
    }

    /** What is ordered in this journey now; null for a question. */
    @Nullable
    PlannedOrder order(String journeyId) {
        return placed.get(journeyId);
    }

    /** Other pieces than were ordered at first. */
    void changed(String journeyId, PlannedOrder order) {
        placed.put(journeyId, order);
    }

    /** Journeys that there must be. */
    int journeys() {
        return placed.size() + asked.size();
    }

    /** Placed orders by their ids. */
    Map<String, PlannedOrder> placed() {
        return placed;
    }

    /** What the storefront was told instead of promises. */
    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    boolean hasOrdersToPlace() {
        return !toPlace.isEmpty() || !toAsk.isEmpty();
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        while (!toPlace.isEmpty() && !toPlace.peek().placeAt().isAfter(now)) {
            PlannedOrder order = toPlace.remove();
            work.add(Worker.doing(() -> place(order)));
        }
        while (!toAsk.isEmpty() && !toAsk.peek().askAt().isAfter(now)) {
            PlannedQuestion question = toAsk.remove();
            work.add(Worker.doing(() -> ask(question)));
        }
        return work;
    }

    private void ask(PlannedQuestion question) {
        Shop.Response response = api.post("storefront", question.path(), question.body());
        if (ApiClient.done(response)) {
            asked.put(response.body().path("journeyId").asText(), question);
        } else {
            refuse(question.reference(), response);
        }
    }

    private synchronized void refuse(String reference, Shop.Response response) {
        refused.add(reference + ": " + response.status() + " " + response.body());
    }

    private void place(PlannedOrder order) {
        String offer = order.asksForDay() && !order.isDelivery() ? offerFor(order) : null;
        var response = api.post("storefront", "/order-service/api/v1/orders", order.body(offer));
        if (ApiClient.done(response) && response.body().path("promises").path(0).hasNonNull("dueAt")) {
            placed.put(response.body().path("order").path("journeyId").asText(), order);
        } else {
            refuse(order.reference(), response);
        }
    }

    private @Nullable String offerFor(PlannedOrder order) {
        JsonNode options = api.get(
                        "storefront",
                        "/fulfillment-service/api/v1/promise-options?kind=PICKUP_READY&pickupPoint="
                                + order.place() + "&payment=" + order.payment() + order.linesInQuery() + "&language="
                                + order.language())
                .body()
                .path("options");
        String offer = options.path(0).path("offer").asText("");
        return offer.isEmpty() ? null : offer;
    }
}
