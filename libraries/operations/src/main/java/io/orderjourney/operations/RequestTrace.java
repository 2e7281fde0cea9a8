package io.orderjourney.operations;

import io.orderjourney.messaging.TraceSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The trace of the caller: what a request changes is published with the {@code traceparent} that it came with. */
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
        String given = request == null ? null : request.request().getHeader(HEADER);
        return given != null && given.matches(W3C) ? given : null;
    }
}
