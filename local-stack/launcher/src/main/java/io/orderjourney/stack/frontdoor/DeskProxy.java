package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.http.LocalRequests;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;

/**
 * The desks' pages under one address: {@code /desk/<name>} goes to the service that owns the desk, and everything that
 * belongs to none, such as the login, to order-service; so does the contact page. One login cookie serves all desks.
 */
final class DeskProxy {

    private static final String HOME = "order-service";

    private static final Map<String, List<String>> OWN = Map.of(
            "credit-service", List.of("credit"),
            "fulfillment-service", List.of("warehouse", "pickup", "shop"),
            "notification-service", List.of("board", "incidents"));

    private DeskProxy() {}

    static void mount(Router router, Vertx vertx, Map<String, String> services) {
        ServiceProxy proxy = new ServiceProxy(vertx, services);
        router.route("/desk/*").handler(LocalRequests::demandOwnPage);
        OWN.forEach((service, desks) -> desks.forEach(desk -> {
            proxy.pass(router, "/desk/" + desk, service);
            proxy.pass(router, "/desk/" + desk + "/*", service);
        }));
        proxy.pass(router, "/desk/*", HOME);
        proxy.pass(router, "/contact", HOME);
        proxy.pass(router, "/contact/*", HOME);
    }
}
