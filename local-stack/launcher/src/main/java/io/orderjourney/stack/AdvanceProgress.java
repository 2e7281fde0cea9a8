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

/** Says how an advance of the clock stands while somebody waits for it: on a terminal one line that changes, else a line now and then. */
final class AdvanceProgress {

    private static final int LINE_WIDTH = 110;

    private final PrintStream out;
    private final boolean terminal;
    private final Duration every;
    private final Supplier<JsonNode> clock;

    /**
     * Progress to this stream.
     *
     * @param terminal whether a line can be overwritten
     * @param every the time between two lines
     * @param clock asks the front door for {@code /demo/clock}
     */
    AdvanceProgress(PrintStream out, boolean terminal, Duration every, Supplier<JsonNode> clock) {
        this.out = out;
        this.terminal = terminal;
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
                say(clock.get().path("advance"), Duration.ofNanos(System.nanoTime() - begunNanos));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    private void say(JsonNode advance, Duration took) {
        List<String> waitingFor = new ArrayList<>();
        advance.path("waitingFor").forEach(one -> waitingFor.add(one.asText()));
        String line = "  %s of %s, %d stops, %d s%s"
                .formatted(
                        advance.path("now").asText("?"),
                        advance.path("target").asText("?"),
                        advance.path("jumps").asInt(),
                        took.toSeconds(),
                        waitingFor.isEmpty() ? "" : ", waiting for " + String.join(", ", waitingFor));
        if (terminal) {
            String cut = line.substring(0, Math.min(line.length(), LINE_WIDTH));
            out.print("\r" + cut + " ".repeat(LINE_WIDTH - cut.length()) + "\r");
            out.flush();
        } else {
            out.println(line);
        }
    }
}
