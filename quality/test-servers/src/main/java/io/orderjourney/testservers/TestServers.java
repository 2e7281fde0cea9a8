package io.orderjourney.testservers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The servers of a test run: one PostgreSQL and one Kafka broker per Java virtual machine, each started when first asked
 * for and stopped when the virtual machine ends. They are containers where a Docker engine answers and embedded otherwise;
 * {@code -Dio.orderjourney.testservers.source=containers} or {@code =embedded} decides it.
 */
public final class TestServers {

    /**
     * A test framework may load this class several times. The one thing that all copies share are the system properties,
     * so the addresses are kept there.
     */
    private static final String ADDRESS = "io.orderjourney.testservers.";

    private static final String CONTAINERS = "containers";
    private static final String EMBEDDED = "embedded";

    private TestServers() {}

    /** The server's maintenance database. Tests work in a {@link #freshDatabase}. */
    public static Database postgres() {
        String[] found = shared("postgres", () -> {
                    Database database = source().startPostgres();
                    return String.join("\n", database.jdbcUrl(), database.user(), database.password());
                })
                .split("\n", -1);
        return new Database(found[0], found[1], found[2]);
    }

    /**
     * An empty database of this name; one that was there is dropped, with its connections.
     *
     * @param name becomes part of the database's name: letters, digits and underscores
     */
    public static Database freshDatabase(String name) {
        String database = name.toLowerCase(Locale.ROOT);
        if (!database.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        Database server = postgres();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("could not create database " + database, e);
        }
        return new Database(
                server.jdbcUrl().replaceFirst("/[^/?]*(\\?.*)?$", "/" + database + "$1"),
                server.user(),
                server.password());
    }

    /** Kafka's bootstrap servers. The broker makes no topic by itself. */
    public static String kafka() {
        return shared("kafka", () -> source().startKafka());
    }

    private static String shared(String server, Supplier<String> start) {
        // The properties object is the same for every copy of this class, and so is its lock.
        synchronized (System.getProperties()) {
            String address = System.getProperty(ADDRESS + server);
            if (address == null) {
                address = start.get();
                System.setProperty(ADDRESS + server, address);
            }
            return address;
        }
    }

    /** The one place that chooses, and says once what it chose. */
    private static Source source() {
        String wish = System.getProperty(ADDRESS + "source");
        String name = wish != null ? wish : ContainerSource.dockerAnswers() ? CONTAINERS : EMBEDDED;
        Source source = named(name);
        if (System.getProperty(ADDRESS + "said") == null) {
            String why = wish != null ? "as wished" : name.equals(CONTAINERS) ? "Docker answers" : "no Docker answers";
            System.out.println("Test servers: " + source.description() + " (" + why + ")");
            System.setProperty(ADDRESS + "said", "yes");
            System.setProperty(ADDRESS + "source", name);
        }
        return source;
    }

    /** @throws IllegalArgumentException if there are no such servers */
    static Source named(String wish) {
        return switch (wish) {
            case CONTAINERS -> new ContainerSource();
            case EMBEDDED -> new EmbeddedSource();
            default ->
                throw new IllegalArgumentException(
                        ADDRESS + "source is " + CONTAINERS + " or " + EMBEDDED + ", not \"" + wish + "\"");
        };
    }
}
