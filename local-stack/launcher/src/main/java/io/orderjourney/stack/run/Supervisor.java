package io.orderjourney.stack.run;

import io.orderjourney.stack.servers.ChildProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Keeps the processes of the stack running: one that dies is started again, after a pause that grows while it keeps dying. */
final class Supervisor {

    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
    /** What fails twice in a row at its first start fails for a reason that another attempt will not mend. */
    private static final int FIRST_ATTEMPTS = 2;
    /** A process that ran this long was well; its next death is a new trouble. */
    private static final Duration WELL = Duration.ofMinutes(1);

    private final Progress progress;
    private final Runnable changed;
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    /** {@code changed} is told when a process got another process id. */
    Supervisor(Progress progress, Runnable changed) {
        this.progress = progress;
        this.changed = changed;
    }

    /** Starts one and watches it from then on; a busy machine may need more than one attempt. */
    void start(Supervised part) {
        long begun = System.nanoTime();
        ChildProcess process = started(part);
        progress.ready(part.label(), Duration.ofNanos(System.nanoTime() - begun));
        watch(part, process, 0);
    }

    private ChildProcess started(Supervised part) {
        for (int attempt = 1; ; attempt++) {
            try {
                return part.start();
            } catch (RuntimeException notReady) {
                part.stop();
                if (attempt == FIRST_ATTEMPTS || stopping) {
                    throw notReady;
                }
                progress.say("! " + firstLine(notReady) + " (tried once more)");
            }
        }
    }

    /** Starts several at once and returns when all are ready; throws the first failure. */
    void startTogether(List<? extends Supervised> parts) {
        List<CompletableFuture<Void>> starts = parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> start(part), threads))
                .toList();
        try {
            CompletableFuture.allOf(starts.toArray(new CompletableFuture<?>[0])).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /** From here on a process that ends stays ended. */
    void stopWatching() {
        stopping = true;
        threads.shutdownNow();
    }

    synchronized Map<String, Long> pids() {
        return new LinkedHashMap<>(pids);
    }

    private synchronized void watch(Supervised part, ChildProcess process, int deaths) {
        pids.put(part.name(), process.pid());
        long since = System.nanoTime();
        process.onExit().whenComplete((code, failure) -> {
            if (!stopping) {
                boolean wasWell = System.nanoTime() - since > WELL.toNanos();
                threads.execute(() -> revive(part, code == null ? -1 : code, wasWell ? 0 : deaths));
            }
        });
    }

    private void revive(Supervised part, int code, int deaths) {
        int exit = code;
        for (int attempt = deaths; !stopping; attempt++) {
            Duration pause = pauseAfter(attempt);
            progress.say("! " + part.label() + " ended (exit code " + exit + "); starting it again in "
                    + pause.toSeconds() + " s");
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                long begun = System.nanoTime();
                ChildProcess process = part.start();
                progress.ready(part.label(), Duration.ofNanos(System.nanoTime() - begun));
                watch(part, process, attempt + 1);
                changed.run();
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException notReady) {
                progress.say("! " + firstLine(notReady));
                part.stop();
                exit = -1;
            }
        }
    }

    static Duration pauseAfter(int deaths) {
        Duration pause = Duration.ofSeconds(1L << Math.min(deaths, 10));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private static String firstLine(RuntimeException failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
    }
}
