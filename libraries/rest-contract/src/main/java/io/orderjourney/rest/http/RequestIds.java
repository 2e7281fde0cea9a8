package io.orderjourney.rest.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every request has an id: it is in every problem's {@code instance} and in the log, and says nothing else. */
public final class RequestIds {

    private static final String KEY = "order-journey.request-id";

    private RequestIds() {}

    /** The id of this request, made when first asked for. */
    public static String of(@Nullable RoutingContext request) {
        if (request == null) {
            return UUID.randomUUID().toString();
        }
        String known = request.get(KEY);
        if (known != null) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        request.put(KEY, fresh);
        return fresh;
    }
}
