package io.orderjourney.testservers;

import io.orderjourney.stack.servers.LocalKafka;
import io.orderjourney.stack.servers.LocalPostgres;
import io.orderjourney.stack.servers.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Servers as child processes on temporary folders, gone when this virtual machine ends. */
final class EmbeddedSource implements Source {

    private static final String USER = "test";

    @Override
    public String description() {
        return "embedded PostgreSQL " + LocalPostgres.VERSION + " and Kafka " + LocalKafka.VERSION;
    }

    @Override
    @SuppressWarnings("resource") // lives until the virtual machine ends
    public Database startPostgres() {
        Path directory = temporary("test-postgres-");
        LocalPostgres postgres = LocalPostgres.in(directory, 0, USER, USER)
                // Nobody loses anything when the computer loses power during a test.
                .with("fsync", "off")
                .with("full_page_writes", "off")
                .with("synchronous_commit", "off")
                // Nor does anybody follow what it writes.
                .with("wal_level", "minimal")
                .with("max_wal_senders", "0")
                .with("checkpoint_timeout", "1h")
                // A test logs in thousands of times, with a password that everybody knows.
                .with("scram_iterations", "1");
        atTheEnd(postgres, directory);
        postgres.start();
        return new Database(postgres.jdbcUrl("postgres"), USER, USER);
    }

    @Override
    @SuppressWarnings("resource") // lives until the virtual machine ends
    public String startKafka() {
        Path directory = temporary("test-kafka-");
        LocalKafka kafka = LocalKafka.in(directory, 0, 0)
                // It is never killed, so nothing waits for its session to end.
                .with("broker.session.timeout.ms", "18000")
                .with("broker.heartbeat.interval.ms", "4000");
        atTheEnd(kafka, directory);
        kafka.start();
        return kafka.bootstrapServers();
    }

    private static void atTheEnd(AutoCloseable server, Path directory) {
        Thread end = new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("A test server did not stop in order: " + e.getMessage());
            }
            Trees.delete(directory);
        });
        end.setContextClassLoader(ClassLoader.getSystemClassLoader());
        Runtime.getRuntime().addShutdownHook(end);
    }

    private static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
