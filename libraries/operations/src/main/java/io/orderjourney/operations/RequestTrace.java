package io.orderjourney.operations;

import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.TraceSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request: the caller's {@code traceparent}, or a new one where the caller traces nothing. What the request changes is published
 * with it, and the response names it, so that a caller can quote it.
 */
@Singleton
class RequestTrace implements TraceSource {

    private static final String HEADER = "traceparent";
    private static final String W3C = "00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    private final CurrentVertxRequest current;

    RequestTrace(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public @Nullable String traceparent() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext request = current.getCurrent();
        return request == null ? null : of(request);
    }

    /** Several facts of one request have one trace. */
    private static String of(RoutingContext request) {
        String known = request.get(HEADER);
        if (known != null) {
            return known;
        }
        String given = request.request().getHeader(HEADER);
        String trace = given != null && given.matches(W3C) ? given : TraceContexts.begin();
        request.put(HEADER, trace);
        if (!request.response().headWritten()) {
            request.response().putHeader(HEADER, trace);
        }
        return trace;
    }
}
