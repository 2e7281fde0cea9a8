package io.orderjourney.stack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on this machine's loopback address, with its data in a given folder. Data that is there is kept and
 * used; an empty folder is initialised. The port stays the same over {@link #kill()} and {@link #start()}.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The server's version, for people to read. */
    public static final String VERSION = PostgresBinaries.VERSION;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private final String user;
    private final String password;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Path log;
    private @Nullable DirectoryLock lock;
    private @Nullable ChildProcess process;

    private LocalPostgres(Path directory, int port, String user, String password) {
        this.directory = directory.toAbsolutePath();
        this.log = this.directory.resolve("postgres.log");
        this.port = port == 0 ? Ports.free() : port;
        this.user = user;
        this.password = password;
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(this.port));
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "64MB");
        // Asynchronous reading would keep three more processes for data that fits into memory anyway.
        settings.put("io_method", "sync");
    }

    /**
     * A server that is not started yet.
     *
     * @param directory holds the data and the log
     * @param port 0 for a free one
     * @param user the superuser's name
     * @param password must be the same for as long as the data is kept
     */
    public static LocalPostgres in(Path directory, int port, String user, String password) {
        return new LocalPostgres(directory, port, user, password);
    }

    /** Adds a setting of postgresql.conf; takes effect with the next start. */
    public LocalPostgres with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Writes its log to this file instead of one in its folder. */
    public LocalPostgres logTo(Path file) {
        log = file.toAbsolutePath();
        return this;
    }

    /** Starts the server and returns when it answers queries. */
    public synchronized LocalPostgres start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("PostgreSQL is running already, process " + process.pid());
        }
        if (lock == null) {
            lock = DirectoryLock.of(directory);
        }
        PostgresLeftovers.end(data());
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        ChildProcess started = ChildProcess.start(new ChildProcess.Command(
                "PostgreSQL", serverCommand(), Map.of(), directory, log(), "INT", Duration.ofSeconds(15)));
        process = started;
        if (!Readiness.await(started, START_LIMIT, this::answers)) {
            throw new IllegalStateException("PostgreSQL did not start:\n" + Readiness.lastLines(log()));
        }
        return this;
    }

    /** Ends open connections and stops in order. */
    public synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    /** Signal 9 to the server: the next start has to recover from its write-ahead log. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public void restart() {
        stop();
        start();
    }

    /** Stops the server and lets another program use the folder. */
    @Override
    public synchronized void close() {
        stop();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** Creates a database with this name, unless there is one. */
    public void createDatabase(String name) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + checked(name) + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database " + checked(name));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + name, e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Where the server writes what happened to it. */
    public Path log() {
        return log;
    }

    /** The process id of the server's first process. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return process.pid();
    }

    /** The running or last process, for a watcher of its exit. */
    public synchronized @Nullable ChildProcess process() {
        return process;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database) + "?connectTimeout=2&socketTimeout=10&loginTimeout=5");
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    private boolean answers() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private List<String> serverCommand() {
        List<String> command = new ArrayList<>(program("postgres"));
        command.addAll(List.of("-D", data().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** PostgreSQL refuses to run as root, so root starts it in a user namespace where it has no name at all. */
    private static List<String> program(String name) {
        String path = PostgresBinaries.home().resolve("bin").resolve(name).toString();
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? List.of("unshare", "-U", path) : List.of(path);
    }

    private void initialise() {
        Trees.delete(data());
        Path passwordFile = directory.resolve("password");
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(passwordFile, password);
            List<String> command = new ArrayList<>(program("initdb"));
            command.addAll(List.of("-D", data().toString(), "-U", user, "-A", "scram-sha-256"));
            command.addAll(List.of("--pwfile", passwordFile.toString(), "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                // A half made cluster must not look like a kept one at the next start.
                Trees.delete(data());
                throw new IllegalStateException("initdb failed:\n" + Readiness.lastLines(log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during initdb", e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private static String checked(String database) {
        if (!database.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain database name: " + database);
        }
        return database;
    }
}
