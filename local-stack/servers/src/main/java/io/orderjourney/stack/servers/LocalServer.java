package io.orderjourney.stack.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server program on this machine's loopback address, with its data in a given folder that no other copy may use meanwhile.
 * Its ports stay the same over {@link #kill()} and {@link #start()}.
 *
 * @param <S> the server itself, so that calls can be chained
 */
public abstract sealed class LocalServer<S extends LocalServer<S>> implements AutoCloseable
        permits LocalKafka, LocalPostgres {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final String name;
    private final Path directory;
    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Path log;
    private @Nullable DirectoryLock lock;
    private @Nullable ChildProcess process;

    /**
     * @param name for people and processes
     * @param directory holds the data and the log
     * @param port for clients, 0 for a free one
     */
    LocalServer(String name, Path directory, int port) {
        this.name = name;
        this.directory = directory.toAbsolutePath();
        this.port = port == 0 ? Ports.free() : port;
        this.log = this.directory.resolve(name.toLowerCase(Locale.ROOT) + ".log");
    }

    abstract S self();

    /** Makes the folder ready for a start, and says how to start. */
    abstract ChildProcess.Command prepare();

    /** Whether clients are served. */
    abstract boolean serves();

    /** Makes a process that runs and does not serve write into its log what it is doing. */
    abstract void explain(ChildProcess process);

    /** Adds a setting to the server's configuration; takes effect with the next start. */
    public final S with(String setting, String value) {
        settings.put(setting, value);
        return self();
    }

    /** Writes its log to this file instead of one in its folder. */
    public final S logTo(Path file) {
        log = file.toAbsolutePath();
        return self();
    }

    /** Starts the server and returns when it serves clients. */
    public final synchronized S start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException(name + " is running already, process " + process.pid());
        }
        if (lock == null) {
            lock = DirectoryLock.of(directory);
        }
        ChildProcess started = ChildProcess.start(prepare());
        process = started;
        if (!Readiness.await(started, START_LIMIT, this::serves, () -> explain(started))) {
            throw new IllegalStateException(name + " did not start:\n" + Readiness.lastLines(log));
        }
        return self();
    }

    /** Stops in order. */
    public final synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Signal 9: the next start has to recover what was not yet on the disk. */
    public final synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public final void restart() {
        stop();
        start();
    }

    /** Stops the server and lets another program use the folder. */
    @Override
    public final synchronized void close() {
        stop();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** The port for clients. */
    public final int port() {
        return port;
    }

    /** Where the server writes what happened to it. */
    public final Path log() {
        return log;
    }

    /** The process id of the server's first process. */
    public final synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.pid();
    }

    /** The running or last process, for a watcher of its exit. */
    public final synchronized @Nullable ChildProcess process() {
        return process;
    }

    final String name() {
        return name;
    }

    final Path directory() {
        return directory;
    }

    final Path data() {
        return directory.resolve("data");
    }

    final Map<String, String> settings() {
        return Collections.unmodifiableMap(settings);
    }
}
