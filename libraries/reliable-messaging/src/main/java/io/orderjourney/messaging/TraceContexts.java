package io.orderjourney.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Passes W3C trace contexts on: from a request or an event to the events that follow from it. It records no spans, so it needs
 * no OpenTelemetry SDK; with one, the spans of the SDK take over.
 */
public final class TraceContexts {

    /** Under this name the trace stands beside each log line. */
    public static final String TRACE_ID = "traceId";

    private static final TextMapGetter<String> HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(CloudEvents.TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals(CloudEvents.TRACEPARENT) ? traceparent : null;
        }
    };

    private TraceContexts() {}

    /** The {@code traceparent} of the current thread, or null if nothing is traced. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** Runs work as a part of this trace; null or a malformed value: of none. */
    public static void run(@Nullable String traceparent, Runnable work) {
        Context context = traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, HEADER);
        Object before = MDC.get(TRACE_ID);
        SpanContext span = Span.fromContext(context).getSpanContext();
        try (Scope scope = context.makeCurrent()) {
            if (span.isValid()) {
                MDC.put(TRACE_ID, span.getTraceId());
            }
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(TRACE_ID);
            } else {
                MDC.put(TRACE_ID, before);
            }
        }
    }

    /** A {@code traceparent} that begins a new trace. */
    public static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String traceId = TraceId.fromLongs(random.nextLong(), random.nextLong());
        String spanId = SpanId.fromLong(random.nextLong());
        return traceId.equals(TraceId.getInvalid()) || spanId.equals(SpanId.getInvalid())
                ? begin()
                : "00-" + traceId + '-' + spanId + "-01";
    }
}
