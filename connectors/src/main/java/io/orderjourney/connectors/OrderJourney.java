package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The two operations of order-service that a connector needs: place an order, and ask what was promised about it. */
final class OrderJourney {

    /** The promises that answer "when do I get my goods?", the most telling first. */
    private static final List<String> KINDS = List.of("DELIVERY", "PICKUP_READY", "REST_READY");

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final PlatformApi api;

    /** @param token of a storefront */
    OrderJourney(URI orderService, String token) {
        this.api = new PlatformApi(orderService, "Authorization", "Bearer " + token);
    }

    /** What became of an order. */
    enum Outcome {
        TAKEN,
        /** It had been taken before: a platform sends a webhook again when it heard no answer. */
        KNOWN,
        REFUSED
    }

    /** @param why what order-service says to one that it refuses; empty otherwise */
    record Placed(Outcome outcome, String why) {}

    /**
     * Places an order under this number, which makes it the same order however often it is placed.
     *
     * @throws IOException if order-service does not answer or cannot take it now; the platform repeats its webhook
     */
    Placed place(String orderNumber, ShopOrder order, Defaults defaults) throws IOException, InterruptedException {
        PlatformApi.Answer answer = api.send(
                "POST", "/api/v1/orders", request(orderNumber, order, defaults), "Idempotency-Key", orderNumber);
        if (answer.isGood()) {
            return new Placed(Outcome.TAKEN, "");
        }
        String code = answer.body().path("code").asText();
        if (answer.status() == CONFLICT && !code.equals("idempotency-key-in-progress")) {
            return new Placed(Outcome.KNOWN, "");
        }
        if (answer.status() == UNPROCESSABLE) {
            // The same key with another body: the platform's order changed after it had been taken.
            return code.equals("idempotency-key-reused")
                    ? new Placed(Outcome.KNOWN, "")
                    : new Placed(Outcome.REFUSED, why(answer.body()));
        }
        throw new IOException("order-service answered " + answer.status());
    }

    private static ObjectNode request(String orderNumber, ShopOrder order, Defaults defaults) {
        ObjectNode request = PlatformApi.JSON.createObjectNode().put("orderNumber", orderNumber);
        ObjectNode customer =
                request.putObject("customer").put("name", order.name()).put("language", order.language());
        if (order.email() != null) {
            customer.put("email", order.email());
        }
        if (order.phone() != null) {
            customer.put("phone", order.phone());
        }
        ShopOrder.Address address = order.address();
        if (address == null) {
            request.put("payment", order.payment()).put("pickupPoint", defaults.pickupPoint());
        } else {
            // What a courier brings is paid before it leaves.
            request.put("payment", "PREPAID")
                    .putObject("deliveryAddress")
                    .put("street", address.street())
                    .put("postalCode", address.postalCode())
                    .put("city", address.city())
                    .put("country", address.country());
        }
        var lines = request.putArray("lines");
        for (ShopOrder.Line line : order.lines()) {
            money(
                    lines.addObject()
                            .put("sku", line.sku())
                            .put("name", line.name())
                            .put("quantity", line.quantity())
                            .putObject("unitPrice"),
                    line.unitPriceMinor(),
                    order.currency());
        }
        money(request.putObject("total"), order.totalMinor(), order.currency());
        return request;
    }

    private static void money(ObjectNode money, long minor, String currency) {
        money.put("amountMinor", minor).put("currency", currency);
    }

    private static String why(JsonNode problem) {
        StringBuilder why = new StringBuilder(problem.path("detail").asText());
        problem.path("errors")
                .forEach(error -> why.append(' ')
                        .append(error.path("pointer").asText())
                        .append(": ")
                        .append(error.path("detail").asText(error.path("code").asText())));
        return why.toString().strip();
    }

    /** What the customer was promised about their goods, as it stands now. */
    record Promised(String orderNumber, OffsetDateTime dueAt, String told) {}

    /**
     * The promise about the goods; empty while there is none, and for a journey that is not there.
     *
     * @throws IOException if order-service does not answer
     */
    Optional<Promised> promised(String journeyId) throws IOException, InterruptedException {
        PlatformApi.Answer answer = api.send("GET", "/api/v1/journeys/" + journeyId, PlatformApi.JSON.missingNode());
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw new IOException("order-service answered " + answer.status());
        }
        for (String kind : KINDS) {
            for (JsonNode promise : answer.body().path("promises")) {
                if (promise.path("kind").asText().equals(kind) && isOpen(promise)) {
                    return Optional.of(new Promised(
                            answer.body().path("orderNumber").asText(),
                            OffsetDateTime.parse(promise.path("dueAt").asText()),
                            promise.path("told").asText()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOpen(JsonNode promise) {
        return !promise.hasNonNull("keptAt") && !promise.hasNonNull("withdrawnAt");
    }
}
