package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Json;
import java.time.Instant;

/**
 * The supplier's callbacks as fulfillment-service's API defines them; the only place that knows it.
 *
 * @param shop fulfillment-service's base URL
 */
record SupplierCalls(String shop) {

    /** The supplier that the simulator plays; its token has this name. */
    static final String SUPPLIER = "mobile-import";

    static final String ARRIVALS = "/api/v1/stock-arrivals";

    /** The supplier confirms an order: these goods, then. */
    Callback confirmation(String callId, String id, ObjectNode order, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("id", id);
        body.put("supplier", order.path("supplier").asText(SUPPLIER));
        demand(order, "pickupPoint", body);
        demand(order, "lines", body);
        demand(order, "etaAt", body);
        return new Callback(callId, id, at, "POST", shop + "/api/v1/purchase-orders", body);
    }

    /** The supplier expects another time. */
    Callback eta(String callId, String id, ObjectNode order, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        demand(order, "etaAt", body);
        if (order.has("why")) {
            body.set("reason", order.get("why"));
        }
        return new Callback(callId, id, at, "PUT", shop + "/api/v1/purchase-orders/" + id + "/eta", body);
    }

    /** The goods are at the pickup point. */
    Callback arrival(String callId, String id, ObjectNode order, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("reference", callId);
        body.put("purchaseOrderId", id);
        demand(order, "pickupPoint", body);
        demand(order, "lines", body);
        body.put("arrivedAt", at.toString());
        return new Callback(callId, id, at, "POST", shop + ARRIVALS, body);
    }

    private static void demand(ObjectNode order, String field, ObjectNode body) {
        if (!order.hasNonNull(field)) {
            throw new BadRequest("'" + field + "' is missing, and the supplier does not know it from before.");
        }
        body.set(field, order.get(field));
    }
}
