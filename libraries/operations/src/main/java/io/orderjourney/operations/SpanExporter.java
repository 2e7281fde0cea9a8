package io.orderjourney.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.Spans;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends spans to a collector, as OTLP over HTTP in JSON, which every collector of OpenTelemetry takes. Without an endpoint nothing is
 * recorded. It never holds anything up: what does not fit into its queue, or is not taken in time, is dropped and counted.
 */
@Singleton
public class SpanExporter implements LoopOwner {

    private static final Logger LOG = Logger.getLogger(SpanExporter.class);
    private static final int QUEUE_MAX = 4_096;
    private static final int BATCH_MAX = 512;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration GATHERING = Duration.ofMillis(500);
    private static final int STATUS_ERROR = 2;

    private final Optional<URI> endpoint;
    private final String service;
    private final Counter dropped;
    private final BlockingQueue<Spans.Recorded> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final BackgroundLoop loop = new BackgroundLoop("span-exporter", this::round);
    private boolean refused;

    SpanExporter(
            @ConfigProperty(name = "journey.traces.endpoint") Optional<URI> endpoint,
            @ConfigProperty(name = "journey.service") String service,
            MeterRegistry registry) {
        this.endpoint = endpoint;
        this.service = service;
        this.dropped = Counter.builder("journey.spans.dropped")
                .description("Spans that the collector did not take in time")
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        if (endpoint.isPresent()) {
            Spans.recordTo(span -> {
                if (!queue.offer(span)) {
                    dropped.increment();
                }
            });
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (endpoint.isPresent()) {
            Spans.recordTo(null);
            loop.stop(STOP_TIMEOUT);
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private void round() throws InterruptedException {
        Spans.Recorded first = queue.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return;
        }
        Thread.sleep(GATHERING.toMillis());
        List<Spans.Recorded> batch = new ArrayList<>(List.of(first));
        queue.drainTo(batch, BATCH_MAX - 1);
        try {
            send(batch);
            refused = false;
        } catch (IOException | IllegalStateException failed) {
            dropped.increment(batch.size());
            // Once, not with every batch: a collector that is away must not fill the log.
            if (!refused) {
                LOG.warnf("The collector takes no spans: %s", failed.toString());
            }
            refused = true;
        }
    }

    private void send(List<Spans.Recorded> batch) throws IOException, InterruptedException {
        URI collector = endpoint.orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(collector)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(otlp(batch))))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("status " + status);
        }
    }

    /** The request of OTLP: one resource, one scope, the spans. Its numbers of 64 bits are texts. */
    private ObjectNode otlp(List<Spans.Recorded> batch) {
        ObjectNode request = json.createObjectNode();
        ObjectNode resource = request.putArray("resourceSpans").addObject();
        ObjectNode name = resource.putObject("resource")
                .putArray("attributes")
                .addObject()
                .put("key", "service.name");
        name.putObject("value").put("stringValue", service);
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "io.orderjourney");
        ArrayNode spans = scope.putArray("spans");
        for (Spans.Recorded span : batch) {
            ObjectNode one = spans.addObject()
                    .put("traceId", span.traceId())
                    .put("spanId", span.spanId())
                    .put("name", span.name())
                    .put("kind", span.kind().number())
                    .put("startTimeUnixNano", Long.toString(span.startedAtNanos()))
                    .put("endTimeUnixNano", Long.toString(span.endedAtNanos()));
            if (span.parentId() != null) {
                one.put("parentSpanId", span.parentId());
            }
            if (span.failure() != null) {
                one.putObject("status").put("code", STATUS_ERROR).put("message", span.failure());
            }
        }
        return request;
    }
}
