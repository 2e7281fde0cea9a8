package io.orderjourney.stack.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.clock.NextMorning;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.LocalRequests;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The buttons beside the clock: time passes while the page waits, and everything due on the way happens. */
final class ClockForm {

    private static final String MORNING = "morning";
    private static final Map<String, Duration> STEPS = Map.of(
            "10m",
            Duration.ofMinutes(10),
            "1h",
            Duration.ofHours(1),
            "4h",
            Duration.ofHours(4),
            "1d",
            Duration.ofDays(1));

    private final ClockDriver clock;
    private final Supplier<Optional<JsonNode>> policy;

    /** @param policy the shop's policy, empty while it cannot be read */
    ClockForm(ClockDriver clock, Supplier<Optional<JsonNode>> policy) {
        this.clock = clock;
        this.policy = policy;
    }

    void mount(Router router) {
        router.post("/clock")
                .handler(BodyHandler.create(false).setBodyLimit(1024))
                .handler(LocalRequests::demandOwnPage)
                .handler(this::pass);
    }

    private void pass(RoutingContext context) {
        // A browser names the page that a form comes from; another program has the operator's token and its own door.
        if (context.request().getHeader("Origin") == null) {
            throw new BadRequest(403, "This form is sent from its own page only.");
        }
        String by = String.valueOf(context.request().getFormAttribute("by"));
        if (!by.equals(MORNING) && !STEPS.containsKey(by)) {
            throw new BadRequest("'by' is one of 10m, 1h, 4h, 1d, morning.");
        }
        context.vertx()
                .executeBlocking(() -> clock.advance(until(by)), false)
                .onSuccess(passed -> context.response()
                        .setStatusCode(303)
                        .putHeader("Location", "/")
                        .end())
                .onFailure(failure ->
                        Responses.problem(context, 503, "Not settled", String.valueOf(failure.getMessage())));
    }

    private Duration until(String by) {
        Duration step = STEPS.get(by);
        if (step != null) {
            return step;
        }
        Instant now = clock.now();
        JsonNode hours = policy.get()
                .orElseThrow(() ->
                        new IllegalStateException("notification-service, which knows the desks' hours, is away."));
        return Duration.between(now, NextMorning.of(hours).after(now).toInstant());
    }
}
