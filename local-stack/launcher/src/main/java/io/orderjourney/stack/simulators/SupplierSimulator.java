package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The supplier: holds purchase orders with the time it expects to deliver them, and tells the shop when that changes. */
final class SupplierSimulator {

    private static final String ORDERED = "ordered";

    private final Ledger ledger;
    private final Callbacks callbacks;
    private final InstantSource clock;
    private final SupplierCalls calls;
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private int callNumber;

    SupplierSimulator(Ledger ledger, Callbacks callbacks, InstantSource clock, SupplierCalls calls) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.clock = clock;
        this.calls = calls;
        ledger.forEach(entry -> {
            if (entry.kind().equals(ORDERED)) {
                orders.put(entry.reference(), (ObjectNode) entry.detail());
            }
            callNumber = entry.kind().equals("callback-planned") ? callNumber + 1 : callNumber;
        });
    }

    /** Takes a purchase order and confirms it to the shop. */
    synchronized ObjectNode order(String id, ObjectNode fields) {
        ObjectNode order = with(id, fields);
        Callback callback = calls.confirmation(callId("order", id), id, order, clock.instant());
        return keep(id, order, callback);
    }

    /** Changes the expected time of delivery and reports it to the shop. */
    synchronized ObjectNode expect(String id, ObjectNode fields) {
        ObjectNode order = with(id, fields);
        return keep(id, order, calls.eta(callId("eta", id), id, order, clock.instant()));
    }

    /** Delivers: the goods are at the shop's pickup point now. What is not said is as it was ordered. */
    synchronized ObjectNode arrive(String id, ObjectNode fields) {
        Instant now = clock.instant();
        ObjectNode delivered = with(id, fields);
        Callback callback = calls.arrival(callId("arrival", id), id, delivered, now);
        ObjectNode order = orders.getOrDefault(id, delivered).deepCopy();
        order.put("arrivedAt", now.toString());
        return keep(id, order, callback);
    }

    private ObjectNode with(String id, ObjectNode fields) {
        ObjectNode order =
                orders.getOrDefault(id, Json.MAPPER.createObjectNode()).deepCopy();
        order.setAll(fields);
        order.put("id", id);
        return order;
    }

    private ObjectNode keep(String id, ObjectNode order, Callback callback) {
        orders.put(id, order);
        ledger.write(ORDERED, id, order);
        callbacks.plan(callback);
        return order;
    }

    synchronized ObjectNode demand(String id) {
        ObjectNode order = orders.get(id);
        if (order == null) {
            throw FaultInjector.notFound("purchase order " + id);
        }
        return order;
    }

    synchronized Map<String, ObjectNode> orders() {
        return new LinkedHashMap<>(orders);
    }

    /** Every change is a callback of its own, so it never replaces an earlier one that is still pending. */
    private String callId(String what, String id) {
        callNumber++;
        return what + "-" + id + "-" + callNumber;
    }
}
