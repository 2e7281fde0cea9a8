package io.orderjourney.stack.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that never outlives this Java virtual machine, not even when that is killed with signal 9.
 *
 * <p>A small guard stands between the two. It holds the reading end of a pipe whose writing end only this machine has; the
 * end of the pipe, for whatever cause, is the order to stop. The child runs in a process group of its own, so that Ctrl-C
 * at a terminal reaches only the parent, which then stops its children in the right order.
 */
public final class ChildProcess {

    /** The guard's whole program. Arguments: stop signal, seconds of grace before signal 9, command. */
    private static final String GUARD = """
            set -m
            trap : INT TERM HUP
            signal=$1 grace=$2; shift 2
            exec 3<&0
            "$@" </dev/null >&2 3<&- &
            child=$!
            exec 2>/dev/null
            echo "$child"
            {
              cat <&3 >/dev/null
              kill -s "$signal" "$child"
              for ((tenths = 0; tenths < grace * 10; tenths++)); do
                kill -0 "$child" || exit 0
                sleep 0.1
              done
              kill -s KILL -- "-$child"
            } >/dev/null &
            watcher=$!
            while :; do
              wait "$child"; code=$?
              kill -0 "$child" || break
            done
            kill -s KILL -- "-$watcher"
            exit "$code"
            """;

    /**
     * What to start and how to stop it.
     *
     * @param name for messages and threads
     * @param log standard output and error are appended to this file
     * @param stopSignal the signal that asks this program to end in order, for example {@code TERM}
     * @param grace how long it may take for that, before signal 9
     */
    public record Command(
            String name,
            List<String> arguments,
            Map<String, String> environment,
            Path directory,
            Path log,
            String stopSignal,
            Duration grace) {}

    private final Command command;
    private final Process guard;
    private final long pid;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ChildProcess(Command command, Process guard, long pid) {
        this.command = command;
        this.guard = guard;
        this.pid = pid;
        // This thread is also what keeps the pipe reachable: a collected stream would close it and stop the child.
        Thread watch = new Thread(this::awaitExit, "watch " + command.name());
        watch.setDaemon(true);
        watch.setContextClassLoader(ClassLoader.getSystemClassLoader());
        watch.start();
    }

    /** Starts the process; returns as soon as it exists, which says nothing about it being ready. */
    public static ChildProcess start(Command command) {
        List<String> guarded =
                new ArrayList<>(List.of("bash", "-c", GUARD, "guard of " + command.name(), command.stopSignal()));
        guarded.add(Long.toString(Math.max(1, command.grace().toSeconds())));
        guarded.addAll(command.arguments());
        try {
            PrivateFiles.file(command.log());
            ProcessBuilder builder = new ProcessBuilder(guarded)
                    .directory(command.directory().toFile())
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            Process guard = builder.start();
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8));
            String first = answers.readLine();
            if (first == null) {
                throw new IllegalStateException(command.name() + " did not start, see " + command.log());
            }
            return new ChildProcess(command, guard, Long.parseLong(first.trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(command.name() + " did not start", e);
        }
    }

    public String name() {
        return command.name();
    }

    public Path log() {
        return command.log();
    }

    /** The process id of the program itself, not of its guard. */
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return !exit.isDone();
    }

    /** Completes with the exit code when the program has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    /** Asks the program to end in order, waits for it, and kills it when its grace is over. */
    public void stop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            kill();
        }
        if (!endsWithin(command.grace().plusSeconds(5))) {
            kill();
        }
    }

    /** Signal 9: no shutdown hook, no last write. Returns when the process is gone. */
    public void kill() {
        signal("KILL");
        if (!endsWithin(Duration.ofSeconds(10))) {
            throw new IllegalStateException(command.name() + " (" + pid + ") survived signal 9");
        }
    }

    /** Sends a signal such as {@code STOP} and {@code CONT} to the program. */
    public void signal(String signal) {
        if (!isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("bash", "-c", "kill -s \"$1\" \"$2\"", "signal", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An interrupted thread waits all the same: to go on would be to kill what was only asked to stop. */
    private boolean endsWithin(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    exit.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (TimeoutException | ExecutionException e) {
                    return false;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitExit() {
        try {
            exit.complete(guard.waitFor());
        } catch (InterruptedException e) {
            exit.completeExceptionally(e);
        }
    }
}
