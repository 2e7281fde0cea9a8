package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The supplier's endpoints over HTTP: orders from the shop, and changes made by a person who plays the supplier. */
final class SupplierEndpoints {

    private final SupplierSimulator supplier;
    private final Bearer operator;
    private final FaultInjector faults;

    SupplierEndpoints(SupplierSimulator supplier, BehaviourSwitch<?> behaviour, Ledger ledger, Bearer operator) {
        this.supplier = supplier;
        this.operator = operator;
        this.faults = new FaultInjector(ledger, behaviour::faults);
    }

    void mount(Router router) {
        router.get("/supplier/purchase-orders")
                .handler(context -> Responses.json(
                        context, 200, Map.of("purchaseOrders", supplier.orders().values())));
        router.put("/supplier/purchase-orders/:id").handler(faults.inject(this::order));
        router.get("/supplier/purchase-orders/:id").handler(faults.inject(this::show));
        router.post("/supplier/purchase-orders/:id/eta").handler(this::expect);
        router.post("/supplier/purchase-orders/:id/arrive").handler(this::arrive);
    }

    private FaultInjector.Response order(RoutingContext context) {
        return new FaultInjector.Response(
                200, supplier.order(context.pathParam("id"), Responses.body(context, ObjectNode.class)));
    }

    private FaultInjector.Response show(RoutingContext context) {
        return new FaultInjector.Response(200, supplier.demand(context.pathParam("id")));
    }

    private void expect(RoutingContext context) {
        operator.demand(context);
        ObjectNode body = Responses.body(context, ObjectNode.class);
        Simulators.text(body, "etaAt");
        Responses.json(context, 202, supplier.expect(context.pathParam("id"), body));
    }

    private void arrive(RoutingContext context) {
        operator.demand(context);
        Responses.json(
                context, 202, supplier.arrive(context.pathParam("id"), Responses.body(context, ObjectNode.class)));
    }
}
