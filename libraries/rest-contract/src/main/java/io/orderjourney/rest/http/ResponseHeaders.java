package io.orderjourney.rest.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Headers of every response that does not set them itself. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static void complete(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        put(headers, "Referrer-Policy", "no-referrer");
        boolean api = !isPage(headers);
        put(
                headers,
                "Content-Security-Policy",
                api ? "default-src 'none'; frame-ancestors 'none'" : "frame-ancestors 'none'");
        if (api) {
            put(headers, "Cache-Control", "no-store");
        }
    }

    /** Pages and their parts say themselves how long they may be kept. */
    private static boolean isPage(MultiMap headers) {
        String type = headers.get("Content-Type");
        return type != null
                && (type.startsWith("text/")
                        || type.startsWith("image/")
                        || type.startsWith("font/")
                        || type.contains("javascript"));
    }

    private static void put(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
