package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The SMS gateway's endpoints over HTTP. */
final class SmsEndpoints {

    private final SmsSimulator gateway;
    private final FaultInjector faults;

    SmsEndpoints(SmsSimulator gateway, BehaviourSwitch<?> behaviour, Ledger ledger) {
        this.gateway = gateway;
        this.faults = new FaultInjector(ledger, behaviour::faults);
    }

    void mount(Router router) {
        router.post("/sms/messages").handler(faults.inject(this::send));
        router.get("/sms/messages/:reference").handler(faults.inject(this::show));
        router.get("/sms/messages").handler(SmsEndpoints.this::list);
    }

    private FaultInjector.Response send(RoutingContext context) {
        ObjectNode body = Responses.body(context, ObjectNode.class);
        return new FaultInjector.Response(
                202,
                gateway.send(
                        Simulators.text(body, "reference"),
                        Simulators.text(body, "to"),
                        Simulators.text(body, "text")));
    }

    private FaultInjector.Response show(RoutingContext context) {
        return new FaultInjector.Response(200, gateway.demand(context.pathParam("reference")));
    }

    private void list(RoutingContext context) {
        List<String> inject = context.queryParam("to");
        Responses.json(
                context,
                200,
                Map.of(
                        "messages",
                        gateway.messages(
                                inject.isEmpty() ? null : inject.get(0), Responses.number(context, "after", 0))));
    }
}
