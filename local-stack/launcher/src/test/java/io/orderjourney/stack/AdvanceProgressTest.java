package io.orderjourney.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AdvanceProgressTest {

    private static final String RUNNING = """
            {"now": "2026-11-23T12:05:00Z",
             "advance": {"now": "2026-11-23T12:05:00Z", "target": "2026-11-23T14:00:00Z", "jumps": 7,
                         "waitingFor": ["notification-service (outbox 0, due 12)"]}}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CompletableFuture<JsonNode> advance = new CompletableFuture<>();
    private int looks;

    @Test
    void a_long_advance_prints_where_it_is_and_what_it_waits_for() throws Exception {
        JsonNode done = Json.MAPPER.createObjectNode().put("jumps", 9);

        assertThat(progress(() -> advance.complete(done)).await(advance)).isEqualTo(done);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("2026-11-23T12:05:00Z of 2026-11-23T14:00:00Z, 7 stops")
                        .contains("waiting for notification-service (outbox 0, due 12)"));
    }

    @Test
    void an_advance_that_is_done_at_once_prints_nothing() throws Exception {
        advance.complete(Json.MAPPER.createObjectNode());

        progress(() -> {}).await(advance);

        assertThat(printed.size()).isZero();
    }

    @Test
    void an_advance_that_fails_throws_its_reason() {
        assertThatThrownBy(() -> progress(() -> advance.completeExceptionally(new IllegalStateException("Not settled")))
                        .await(advance))
                .hasMessage("Not settled");
    }

    /** {@code end} runs at the third look at the clock. */
    private AdvanceProgress progress(Runnable end) {
        return new AdvanceProgress(new PrintStream(printed, true, StandardCharsets.UTF_8), Duration.ofMillis(1), () -> {
            if (++looks == 3) {
                end.run();
            }
            try {
                return Json.MAPPER.readTree(RUNNING);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
