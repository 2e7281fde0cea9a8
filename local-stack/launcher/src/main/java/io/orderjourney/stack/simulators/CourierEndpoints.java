package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The courier's endpoints over HTTP: reports made by a person who plays the courier, and what it last said. */
final class CourierEndpoints {

    private final CourierSimulator courier;
    private final Bearer operator;
    private final FaultInjector faults;

    CourierEndpoints(CourierSimulator courier, BehaviourSwitch<?> behaviour, Ledger ledger, Bearer operator) {
        this.courier = courier;
        this.operator = operator;
        this.faults = new FaultInjector(ledger, behaviour::faults);
    }

    void mount(Router router) {
        router.get("/courier/parcels")
                .handler(faults.inject(
                        context -> new FaultInjector.Response(200, Map.of("parcels", courier.parcels()))));
        router.post("/courier/parcels/:id/reports").handler(this::report);
    }

    private void report(RoutingContext context) {
        operator.demand(context);
        Responses.json(
                context, 202, courier.report(context.pathParam("id"), Responses.body(context, ObjectNode.class)));
    }
}
