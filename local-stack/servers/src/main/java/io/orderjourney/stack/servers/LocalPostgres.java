package io.orderjourney.stack.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server. Data that is there is kept and used; an empty folder is initialised. */
public final class LocalPostgres extends LocalServer<LocalPostgres> {

    /** The server's version, for people to read. */
    public static final String VERSION = PostgresBinaries.VERSION;

    private static final String SCRAM_ITERATIONS = "scram_iterations";

    private final String user;
    private final String password;

    private LocalPostgres(Path directory, int port, String user, String password) {
        super("PostgreSQL", directory, port);
        this.user = user;
        this.password = password;
        with("listen_addresses", "127.0.0.1");
        with("port", Integer.toString(port()));
        with("unix_socket_directories", "");
        with("timezone", "UTC");
        with("log_timezone", "UTC");
        with("max_connections", "200");
        with("shared_buffers", "64MB");
        // Asynchronous reading would keep three more processes for data that fits into memory anyway.
        with("io_method", "sync");
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

    @Override
    LocalPostgres self() {
        return this;
    }

    @Override
    ChildProcess.Command prepare() {
        PostgresLeftovers.end(data());
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        List<String> command = new ArrayList<>(program("postgres"));
        command.addAll(List.of("-D", data().toString()));
        settings().forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        // The signal that ends open connections and stops in order.
        return new ChildProcess.Command(name(), command, Map.of(), directory(), log(), "INT", Duration.ofSeconds(15));
    }

    @Override
    boolean serves() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    void explain(ChildProcess process) {
        // Its log says what it does from the first line on.
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
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database) + "?connectTimeout=2&socketTimeout=10&loginTimeout=5");
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    /** PostgreSQL refuses to run as root, so root starts it in a user namespace where it has no name at all. */
    private static List<String> program(String name) {
        String path = PostgresBinaries.home().resolve("bin").resolve(name).toString();
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? List.of("unshare", "-U", path) : List.of(path);
    }

    private void initialise() {
        Path unfinished = directory().resolve("data.new");
        Trees.delete(unfinished);
        Trees.delete(data());
        Path passwordFile = directory().resolve("password");
        try {
            PrivateFiles.file(log());
            Files.writeString(PrivateFiles.file(passwordFile), password);
            List<String> command = new ArrayList<>(program("initdb"));
            command.addAll(List.of("-D", unfinished.toString(), "-U", user, "-A", "scram-sha-256"));
            command.addAll(List.of("--pwfile", passwordFile.toString(), "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            String iterations = settings().get(SCRAM_ITERATIONS);
            if (iterations != null) {
                // Counts when the password is stored, which is now.
                command.addAll(List.of("-c", SCRAM_ITERATIONS + "=" + iterations));
            }
            Process initdb = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new IllegalStateException("initdb failed:\n" + Readiness.lastLines(log()));
            }
            // A cluster that was only half made, for whatever cause, must not look like a kept one at the next start.
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
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
