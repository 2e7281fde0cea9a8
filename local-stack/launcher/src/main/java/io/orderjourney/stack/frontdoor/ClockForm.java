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
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The buttons beside the clock, here and on every desk: time passes while the page waits, and everything due on the way happens. */
final class ClockForm {

    private static final String MORNING = "morning";
    private static final String HOLIDAY = "holiday";
    private static final Set<String> DAYS = Set.of(MORNING, HOLIDAY);
    /** A page of this address, never another host. */
    private static final Pattern PAGE = Pattern.compile("/[A-Za-z0-9/-]*");

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
        if (!DAYS.contains(by) && !STEPS.containsKey(by)) {
            throw new BadRequest("'by' is one of 10m, 1h, 4h, 1d, morning, holiday.");
        }
        String to = Objects.requireNonNullElse(context.request().getFormAttribute("to"), "/");
        if (!PAGE.matcher(to).matches() || to.startsWith("//")) {
            throw new BadRequest("'to' is a page of this address.");
        }
        context.vertx()
                .executeBlocking(() -> clock.advance(until(by)), false)
                .onSuccess(passed -> context.response()
                        .setStatusCode(303)
                        .putHeader("Location", to)
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
        NextMorning morning = NextMorning.of(hours);
        ZonedDateTime then = by.equals(HOLIDAY) ? morning.ofHolidayAfter(now) : morning.after(now);
        return Duration.between(now, then.toInstant());
    }
}
