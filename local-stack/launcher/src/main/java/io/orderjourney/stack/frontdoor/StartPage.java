package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.http.Responses;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first page: what runs where, and for one order its answer card and every message sent. */
final class StartPage {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm (VV)", Locale.ENGLISH);

    private final FrontDoor.Settings settings;
    private final Pages pages;
    private final ClockDriver clock;
    private final HealthCheck health;
    private final OrderLookup orders;

    StartPage(FrontDoor.Settings settings, Pages pages, ClockDriver clock) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
        this.health = new HealthCheck(settings.management(), http);
        this.orders = new OrderLookup(settings.services(), settings.readingToken(), http);
    }

    /** The form that moves the clock; it is no JSON, so it comes before what demands that. */
    ClockForm clockForm() {
        return new ClockForm(clock, orders::policy);
    }

    void mount(Router router) {
        router.get("/").handler(this::show);
        router.get("/health").handler(context -> Responses.json(context, 200, Map.of("status", "UP")));
    }

    private void show(RoutingContext context) {
        List<String> asked = context.queryParam("order");
        String order = asked.isEmpty() ? "" : asked.get(0).trim();
        context.vertx()
                .executeBlocking(() -> render(order), false)
                .onSuccess(page -> Responses.html(context, page))
                .onFailure(context::fail);
    }

    private String render(String order) {
        Map<String, Object> values = new HashMap<>();
        values.put("order", order);
        values.put("services", health.check());
        values.put("simulators", settings.simulators());
        values.put("now", CLOCK.format(clock.now().atZone(orders.shopZone())));
        values.put("found", order.isEmpty() ? OrderLookup.Found.nothingAsked() : orders.find(order));
        return pages.page("start", values);
    }
}
