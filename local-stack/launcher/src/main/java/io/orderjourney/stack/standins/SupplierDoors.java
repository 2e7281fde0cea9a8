package io.orderjourney.stack.standins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Answers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The supplier's doors over HTTP: orders from the shop, and news from whoever plays the supplier by hand. */
final class SupplierDoors {

    private final Supplier supplier;
    private final FaultyDoor door;

    SupplierDoors(Supplier supplier, BehaviourSwitch<?> behaviour, Ledger ledger) {
        this.supplier = supplier;
        this.door = new FaultyDoor(ledger, behaviour::faults);
    }

    void open(Router router) {
        router.get("/supplier/purchase-orders")
                .handler(context -> Answers.json(
                        context, 200, Map.of("purchaseOrders", supplier.orders().values())));
        router.put("/supplier/purchase-orders/:id").handler(door.to(this::order));
        router.get("/supplier/purchase-orders/:id").handler(door.to(this::show));
        router.post("/supplier/purchase-orders/:id/eta").handler(this::expect);
        router.post("/supplier/purchase-orders/:id/arrive").handler(this::arrive);
    }

    private FaultyDoor.Answer order(RoutingContext context) {
        return new FaultyDoor.Answer(
                200, supplier.order(context.pathParam("id"), Answers.body(context, ObjectNode.class)));
    }

    private FaultyDoor.Answer show(RoutingContext context) {
        return new FaultyDoor.Answer(200, supplier.demand(context.pathParam("id")));
    }

    private void expect(RoutingContext context) {
        ObjectNode body = Answers.body(context, ObjectNode.class);
        StandIns.text(body, "etaAt");
        Answers.json(context, 202, supplier.expect(context.pathParam("id"), body));
    }

    private void arrive(RoutingContext context) {
        Answers.json(context, 202, supplier.arrive(context.pathParam("id"), Answers.body(context, ObjectNode.class)));
    }
}
