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

    private Readiness() {}

    /** Returns true when the condition holds, false when the process ended first; throws after the limit. */
    static boolean await(ChildProcess process, Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                return false;
            }
            if (ready.getAsBoolean()) {
                return true;
            }
            pause();
        }
        throw new IllegalStateException(
                process.name() + " was not ready within " + limit.toSeconds() + " s:\n" + lastLines(process.log()));
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
        try {
            // A server may log file names in any encoding; a strange byte must not hide the message.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
