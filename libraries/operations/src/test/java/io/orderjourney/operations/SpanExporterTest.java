package io.orderjourney.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.messaging.Spans;
import io.orderjourney.messaging.TraceContexts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanExporterTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private HttpServer collector;
    private @Nullable SpanExporter exporter;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            taken.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void end() {
        if (exporter != null) {
            exporter.stop(new ShutdownEvent());
        }
        Spans.recordTo(null);
        collector.stop(0);
    }

    private void exportTo(@Nullable URI endpoint) {
        SpanExporter started = new SpanExporter(Optional.ofNullable(endpoint), "order-service", meters);
        started.start(new StartupEvent());
        exporter = started;
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
    }

    @Test
    void what_leads_to_what_is_told_to_the_collector() {
        exportTo(address());
        Spans.Open request = Spans.begin(Spans.Kind.SERVER, "POST /api/v1/orders", CALLER);
        String[] mail = new String[1];
        Spans.run(
                Spans.Kind.CONSUMER,
                "process orders.order-placed.v1",
                request.traceparent(),
                () -> Spans.run(
                        Spans.Kind.CLIENT,
                        "send EMAIL",
                        TraceContexts.current(),
                        () -> mail[0] = TraceContexts.current()));
        request.end(null);

        await().atMost(Duration.ofSeconds(20)).until(() -> spans().size() == 3);

        assertThat(taken.get(0)
                        .at("/resourceSpans/0/resource/attributes/0/value/stringValue")
                        .asText())
                .isEqualTo("order-service");
        assertThat(spans()).allSatisfy(span -> {
            assertThat(span.path("traceId").asText()).isEqualTo(TRACE);
            assertThat(span.path("endTimeUnixNano").asLong())
                    .isGreaterThanOrEqualTo(span.path("startTimeUnixNano").asLong());
        });
        assertThat(parent("POST /api/v1/orders")).isEqualTo("00f067aa0ba902b7");
        assertThat(parent("process orders.order-placed.v1")).isEqualTo(id("POST /api/v1/orders"));
        assertThat(parent("send EMAIL")).isEqualTo(id("process orders.order-placed.v1"));
        assertThat(mail[0]).isEqualTo("00-" + TRACE + "-" + id("send EMAIL") + "-01");
        assertThat(span("send EMAIL").path("kind").asInt()).isEqualTo(3);
    }

    @Test
    void a_failure_is_told_without_what_it_said() {
        exportTo(address());
        try {
            Spans.run(Spans.Kind.CONSUMER, "process", CALLER, () -> {
                throw new IllegalStateException("jan@example.com is unknown");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("jan");
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> spans().size() == 1);

        assertThat(span("process").at("/status/code").asInt()).isEqualTo(2);
        assertThat(span("process").at("/status/message").asText())
                .contains("IllegalStateException")
                .doesNotContain("jan");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", "00-" + TRACE + "-00f067aa0ba902b7-00"})
    void work_of_no_trace_and_of_one_that_nobody_samples_is_no_span(String traceparent) {
        exportTo(address());

        assertThat(Spans.begin(Spans.Kind.SERVER, "request", traceparent).traceparent())
                .isNull();
    }

    @Test
    void without_an_endpoint_the_trace_is_passed_on_and_nothing_is_recorded() {
        exportTo(null);
        List<String> seen = new ArrayList<>();

        Spans.run(Spans.Kind.CONSUMER, "process", CALLER, () -> seen.add(String.valueOf(TraceContexts.current())));

        assertThat(Spans.areRecorded()).isFalse();
        assertThat(seen).containsExactly(CALLER);
    }

    @Test
    void a_collector_that_is_away_holds_nothing_up_and_what_is_lost_is_counted() {
        collector.stop(0);
        exportTo(address());

        for (int i = 0; i < 5_000; i++) {
            Spans.begin(Spans.Kind.SERVER, "request", CALLER).end(null);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> meters.counter("journey.spans.dropped").count() >= 5_000 - 4_096 + 1);
    }

    private List<JsonNode> spans() {
        List<JsonNode> spans = new ArrayList<>();
        taken.forEach(
                request -> request.at("/resourceSpans/0/scopeSpans/0/spans").forEach(spans::add));
        return spans;
    }

    private JsonNode span(String name) {
        return spans().stream()
                .filter(span -> span.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String id(String name) {
        return span(name).path("spanId").asText();
    }

    private String parent(String name) {
        return span(name).path("parentSpanId").asText();
    }
}
