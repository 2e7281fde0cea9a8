package io.orderjourney.messaging;

import org.jspecify.annotations.Nullable;

/** Where the trace of a request comes from, in a service that is asked over HTTP. */
public interface TraceSource {

    /** The W3C {@code traceparent} of the request that runs on this thread, or null. */
    @Nullable
    String traceparent();
}
