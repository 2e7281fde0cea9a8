package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.clock.BusinessDuration;
import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** The demo clock over HTTP; a production stack has no such endpoints, because it has no front door of this kind. */
final class ClockEndpoints {

    private final ClockDriver clock;
    private final Bearer operator;

    ClockEndpoints(ClockDriver clock, Bearer operator) {
        this.clock = clock;
        this.operator = operator;
    }

    void mount(Router router) {
        router.get("/demo/clock").handler(context -> Responses.json(context, 200, clock()));
        router.post("/demo/clock/advance").handler(this::advance);
        router.post("/demo/settle").handler(this::settle);
    }

    /** The time, and how a running advance stands. */
    private Map<String, Object> clock() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("now", clock.now());
        clock.status().ifPresent(status -> body.put("advance", status));
        return body;
    }

    private void advance(RoutingContext context) {
        operator.demand(context);
        ObjectNode body = Responses.body(context, ObjectNode.class);
        Duration by = duration(body, "by");
        if (body.hasNonNull("step")) {
            Duration step = duration(body, "step");
            respond(context, () -> clock.advance(by, step));
        } else {
            respond(context, () -> clock.advance(by));
        }
    }

    private void settle(RoutingContext context) {
        operator.demand(context);
        respond(context, () -> {
            clock.settle();
            return Map.of("now", clock.now());
        });
    }

    private static Duration duration(ObjectNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new BadRequest("'" + field + "' is missing: a duration such as PT2H.");
        }
        try {
            return BusinessDuration.parse(body.get(field).asText());
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    /** Off the event loop, because a week of business time takes a while. */
    private static void respond(RoutingContext context, Callable<Object> work) {
        context.vertx()
                .executeBlocking(work, false)
                .onSuccess(result -> Responses.json(context, 200, result))
                .onFailure(failure -> {
                    if (failure instanceof IllegalArgumentException) {
                        Responses.problem(context, 400, "Refused", String.valueOf(failure.getMessage()));
                    } else {
                        Responses.problem(context, 503, "Not settled", String.valueOf(failure.getMessage()));
                    }
                });
    }
}
