package io.orderjourney.messaging;

import io.opentelemetry.api.trace.SpanId;
import io.orderjourney.messaging.deadletters.Failures;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records what is done as a part of a trace, from when until when: a request, a record that is sent, an event that is handled, a
 * look of the watch, a message that leaves. Where nothing takes spans, none is made, and the trace is only passed on.
 */
public final class Spans {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static volatile @Nullable Consumer<Recorded> sink;

    private Spans() {}

    /** On which side of a boundary the work stands; the numbers are OpenTelemetry's. */
    public enum Kind {
        INTERNAL(1),
        SERVER(2),
        CLIENT(3),
        PRODUCER(4),
        CONSUMER(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /**
     * A piece of work that ended.
     *
     * @param parentId the span that led to it; null for the first of its trace
     * @param name of the kind of work, never of one order
     * @param startedAtNanos since 1970, real time
     * @param failure why it failed, without what it said; null if it did not
     */
    public record Recorded(
            String traceId,
            String spanId,
            @Nullable String parentId,
            Kind kind,
            String name,
            long startedAtNanos,
            long endedAtNanos,
            @Nullable String failure) {}

    /** A piece of work that goes on; {@link #end} records it. */
    public static final class Open {

        private final @Nullable String traceId;
        private final String spanId;
        private final @Nullable String parentId;
        private final Kind kind;
        private final String name;
        private final long startedAtNanos = System.currentTimeMillis() * NANOS_PER_MILLI;
        private final long startedNanos = System.nanoTime();

        private Open(@Nullable String traceId, String spanId, @Nullable String parentId, Kind kind, String name) {
            this.traceId = traceId;
            this.spanId = spanId;
            this.parentId = parentId;
            this.kind = kind;
            this.name = name;
        }

        /** What follows from this work is a part of it; null if no span is made. */
        public @Nullable String traceparent() {
            return traceId == null ? null : "00-" + traceId + '-' + spanId + "-01";
        }

        /** @param failure null if the work succeeded */
        public void end(@Nullable String failure) {
            Consumer<Recorded> taking = sink;
            if (traceId != null && taking != null) {
                taking.accept(new Recorded(
                        traceId,
                        spanId,
                        parentId,
                        kind,
                        name,
                        startedAtNanos,
                        startedAtNanos + System.nanoTime() - startedNanos,
                        failure));
            }
        }
    }

    /** Gives every span that ends to this taker, which must not wait; null: no more spans are made. */
    public static void recordTo(@Nullable Consumer<Recorded> taker) {
        sink = taker;
    }

    public static boolean areRecorded() {
        return sink != null;
    }

    /**
     * Begins work that ends on another thread.
     *
     * @param traceparent the trace that it belongs to; null, malformed or not sampled: no span is made
     */
    public static Open begin(Kind kind, String name, @Nullable String traceparent) {
        Matcher parent = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        boolean sampled = sink != null && parent.matches() && (Integer.parseInt(parent.group(3), 16) & 1) == 1;
        return sampled
                ? new Open(parent.group(1), newId(), parent.group(2), kind, name)
                : new Open(null, "", null, kind, name);
    }

    /** Begins the first work of a new trace. */
    public static Open beginTrace(Kind kind, String name) {
        Matcher fresh = TRACEPARENT.matcher(TraceContexts.begin());
        return sink != null && fresh.matches()
                ? new Open(fresh.group(1), fresh.group(2), null, kind, name)
                : new Open(null, "", null, kind, name);
    }

    /** As {@link TraceContexts#run}, with a span of its own; what follows from the work is a part of it. */
    public static void run(Kind kind, String name, @Nullable String traceparent, Runnable work) {
        Open span = begin(kind, name, traceparent);
        String own = span.traceparent();
        ended(span, () -> TraceContexts.run(own == null ? traceparent : own, work));
    }

    /** Runs work that nothing led to but time, as a trace of its own. */
    public static void runAsTrace(Kind kind, String name, Runnable work) {
        Open span = beginTrace(kind, name);
        ended(span, () -> TraceContexts.run(span.traceparent(), work));
    }

    private static void ended(Open span, Runnable work) {
        @Nullable String failure = "it ended with an error";
        try {
            work.run();
            failure = null;
        } catch (RuntimeException failed) {
            failure = Failures.redacted(failed);
            throw failed;
        } finally {
            span.end(failure);
        }
    }

    private static String newId() {
        String id = SpanId.fromLong(ThreadLocalRandom.current().nextLong());
        return id.equals(SpanId.getInvalid()) ? newId() : id;
    }
}
