package io.orderjourney.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Prints a line now and then while somebody waits for an advance of the clock: where it is, and what it waits for. */
final class AdvanceProgress {

    private final PrintStream out;
    private final Duration every;
    private final Supplier<JsonNode> clock;

    /**
     * Progress to this stream.
     *
     * @param every the time between two lines
     * @param clock asks the front door for {@code /demo/clock}
     */
    AdvanceProgress(PrintStream out, Duration every, Supplier<JsonNode> clock) {
        this.out = out;
        this.every = every;
        this.clock = clock;
    }

    /** Waits for the end, however long it takes; the failure of the advance is thrown. */
    JsonNode await(CompletableFuture<JsonNode> advance) throws InterruptedException {
        long begunNanos = System.nanoTime();
        while (true) {
            try {
                return advance.get(every.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillRunning) {
                look(Duration.ofNanos(System.nanoTime() - begunNanos));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    private void look(Duration took) {
        try {
            JsonNode status = clock.get().path("advance");
            if (status.isObject()) {
                print(status, took);
            }
        } catch (IllegalStateException noResponse) {
            out.printf("  %d s; %s%n", took.toSeconds(), noResponse.getMessage());
        }
    }

    private void print(JsonNode advance, Duration took) {
        List<String> waitingFor = new ArrayList<>();
        advance.path("waitingFor").forEach(one -> waitingFor.add(one.asText()));
        out.printf(
                "  %s of %s, %d stops, %d s%s%n",
                advance.path("now").asText("?"),
                advance.path("target").asText("?"),
                advance.path("jumps").asInt(),
                took.toSeconds(),
                waitingFor.isEmpty() ? "" : ", waiting for " + String.join(", ", waitingFor));
    }
}
