package io.orderjourney.stack.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waiting for a condition of a child process, which may also end instead of becoming ready. */
final class Readiness {

    private static final int LOG_TAIL_LINES = 20;

    /** With what the threads of a Java program do. */
    private static final int EXPLAINED_LINES = 400;

    private Readiness() {}

    /**
     * Returns true when the condition holds, false when the process ended first.
     *
     * @param explain asked when the limit is over, before the end of the log is read
     * @throws IllegalStateException after the limit, with the end of the log
     */
    static boolean await(ChildProcess process, Duration limit, BooleanSupplier ready, Runnable explain) {
        long began = System.nanoTime();
        long end = began + limit.toNanos();
        int looks = 0;
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                return false;
            }
            if (ready.getAsBoolean()) {
                return true;
            }
            looks++;
            pause();
        }
        explain.run();
        throw new IllegalStateException("%s was not ready within %d s (%d looks in %d s):\n%s"
                .formatted(
                        process.name(),
                        limit.toSeconds(),
                        looks,
                        Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                        lastLines(process.log(), EXPLAINED_LINES)));
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a server", e);
        }
    }

    static String lastLines(Path log) {
        return lastLines(log, LOG_TAIL_LINES);
    }

    private static String lastLines(Path log, int count) {
        try {
            // A server may log file names in any encoding; a strange byte must not hide the message.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
