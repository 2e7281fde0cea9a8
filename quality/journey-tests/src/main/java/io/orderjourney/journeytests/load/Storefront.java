package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Customers at the storefront: a pickup day is asked for, then the order is placed. */
final class Storefront implements Worker {

    private final ApiClient api;
    private final Deque<PlannedOrder> toPlace;
    private final Map<String, PlannedOrder> placed = new ConcurrentHashMap<>();
    private final List<String> refused = new ArrayList<>();

    Storefront(ApiClient api, Collection<PlannedOrder> orders) {
        this.api = api;
        this.toPlace = new ArrayDeque<>(orders);
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
        return !toPlace.isEmpty();
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        while (!toPlace.isEmpty() && !toPlace.peek().placeAt().isAfter(now)) {
            PlannedOrder order = toPlace.remove();
            work.add(Worker.doing(() -> place(order)));
        }
        return work;
    }

    private void place(PlannedOrder order) {
        String offer = order.asksForDay() ? offerFor(order) : null;
        var response = api.post("storefront", "/order-service/api/v1/orders", order.body(offer));
        if (ApiClient.done(response) && response.body().path("promises").path(0).hasNonNull("dueAt")) {
            placed.put(response.body().path("order").path("journeyId").asText(), order);
        } else {
            synchronized (this) {
                refused.add(order.reference() + ": " + response.status() + " " + response.body());
            }
        }
    }

    private @Nullable String offerFor(PlannedOrder order) {
        JsonNode options = api.get(
                        "storefront",
                        "/fulfillment-service/api/v1/promise-options?kind=PICKUP_READY&pickupPoint="
                                + order.pickupPoint() + "&payment=" + order.payment() + "&lines=" + order.sku() + ":"
                                + order.quantity() + "&language=" + order.language())
                .body()
                .path("options");
        String offer = options.path(0).path("offer").asText("");
        return offer.isEmpty() ? null : offer;
    }
}
