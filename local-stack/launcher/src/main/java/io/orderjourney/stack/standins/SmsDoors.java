package io.orderjourney.stack.standins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.Answers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The SMS gateway's doors over HTTP. */
final class SmsDoors {

    private final SmsGateway gateway;
    private final FaultyDoor door;

    SmsDoors(SmsGateway gateway, BehaviourSwitch<?> behaviour, Ledger ledger) {
        this.gateway = gateway;
        this.door = new FaultyDoor(ledger, behaviour::faults);
    }

    void open(Router router) {
        router.post("/sms/messages").handler(door.to(this::send));
        router.get("/sms/messages/:reference").handler(door.to(this::show));
        router.get("/sms/messages").handler(SmsDoors.this::list);
    }

    private FaultyDoor.Answer send(RoutingContext context) {
        ObjectNode body = Answers.body(context, ObjectNode.class);
        return new FaultyDoor.Answer(
                202,
                gateway.send(StandIns.text(body, "reference"), StandIns.text(body, "to"), StandIns.text(body, "text")));
    }

    private FaultyDoor.Answer show(RoutingContext context) {
        return new FaultyDoor.Answer(200, gateway.demand(context.pathParam("reference")));
    }

    private void list(RoutingContext context) {
        List<String> to = context.queryParam("to");
        Answers.json(
                context,
                200,
                Map.of("messages", gateway.messages(to.isEmpty() ? null : to.get(0), Answers.after(context))));
    }
}
