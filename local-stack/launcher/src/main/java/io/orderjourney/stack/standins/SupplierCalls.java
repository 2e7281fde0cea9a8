package io.orderjourney.stack.standins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Json;
import java.time.Instant;

/**
 * The supplier's news in the words of fulfillment-service's API; the only place that knows them.
 *
 * @param shop fulfillment-service's base URL
 */
record SupplierCalls(String shop) {

    Callback eta(String callId, String id, ObjectNode order, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        copy(order, "eta", body, "eta");
        copy(order, "sku", body, "sku");
        copy(order, "quantity", body, "quantity");
        copy(order, "pickupPoint", body, "pickupPoint");
        copy(order, "reason", body, "reason");
        return new Callback(callId, id, at, "PUT", shop + "/api/v1/purchase-orders/" + id + "/eta", body);
    }

    Callback arrival(String callId, String id, ObjectNode order, Instant at) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("purchaseOrderId", id);
        copy(order, "sku", body, "sku");
        copy(order, "quantity", body, "quantity");
        copy(order, "pickupPoint", body, "pickupPoint");
        body.put("arrivedAt", at.toString());
        return new Callback(callId, id, at, "POST", shop + "/api/v1/stock-arrivals", body);
    }

    private static void copy(ObjectNode from, String name, ObjectNode to, String newName) {
        if (from.has(name)) {
            to.set(newName, from.get(name));
        }
    }
}
