package io.orderjourney.stack.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of the internet out of a stack on this machine: a browser that was lured to one sends that page's requests from
 * here, too. Such a request names another host, or cannot have the content type of JSON without asking first.
 */
public final class LocalRequests {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private LocalRequests() {}

    /** Lets a request through that was made to this machine by name, whatever that name resolves to elsewhere. */
    public static void demandLocalHost(RoutingContext context) {
        HostAndPort host = authority(context.request());
        if (host == null || !THIS_MACHINE.contains(host.host().toLowerCase(Locale.ROOT))) {
            throw new BadRequest(421, "The stack serves 127.0.0.1 and localhost only.");
        }
        context.next();
    }

    /** Lets a request through that changes nothing or brings JSON. */
    public static void demandJson(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!SAFE.contains(request.method()) && !isJson(request.getHeader("Content-Type"))) {
            throw new BadRequest(415, "Content-Type must be application/json.");
        }
        context.next();
    }

    /** Lets a request through that changes nothing or comes from a page of this very address: a browser says where from. */
    public static void demandOwnPage(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader("Origin");
        if (!SAFE.contains(request.method()) && origin != null && !origin.equals("http://" + request.authority())) {
            throw new BadRequest(403, "This form is sent from its own page only.");
        }
        context.next();
    }

    private static @Nullable HostAndPort authority(HttpServerRequest request) {
        try {
            return request.authority();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }
}
