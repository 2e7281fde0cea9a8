package io.orderjourney.operations;

import io.orderjourney.messaging.Spans;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.TraceSource;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a request: the caller's {@code traceparent}, or a new one where the caller traces nothing. What the request changes is published
 * with it, and the response names it, so that a caller can quote it.
 */
@Singleton
class RequestTrace implements TraceSource {

    private static final String HEADER = "traceparent";
    private static final String W3C = "00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    /** Before anything that may answer: a refusal is a part of the trace as well. */
    private static final int PRIORITY = 10_000;

    private static final int SERVER_ERROR = 500;

    /** What differs from order to order; a span is called like its kind. */
    private static final Pattern IDS = Pattern.compile("(?<=.{7})/[^/]*[0-9][^/]*(?=/|$)");

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
        String given = given(request);
        return named(request, given == null ? TraceContexts.begin() : given);
    }

    /** A request is a span if spans are recorded: of the caller's trace, or the first of its own. */
    void record(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (Spans.areRecorded() && request.request().path().startsWith("/api/")) {
                        String name = request.request().method() + " "
                                + IDS.matcher(request.request().path()).replaceAll("/{id}");
                        String given = given(request);
                        Spans.Open span = given == null
                                ? Spans.beginTrace(Spans.Kind.SERVER, name)
                                : Spans.begin(Spans.Kind.SERVER, name, given);
                        String own = span.traceparent();
                        if (own != null) {
                            named(request, own);
                        }
                        request.addEndHandler(ended -> span.end(failure(request)));
                    }
                    request.next();
                },
                PRIORITY);
    }

    private static @Nullable String failure(RoutingContext request) {
        int status = request.response().getStatusCode();
        return status >= SERVER_ERROR ? "status " + status : null;
    }

    private static @Nullable String given(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        return given != null && given.matches(W3C) ? given : null;
    }

    private static String named(RoutingContext request, String trace) {
        request.put(HEADER, trace);
        if (!request.response().headWritten()) {
            request.response().putHeader(HEADER, trace);
        }
        return trace;
    }
}
