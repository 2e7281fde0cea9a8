package io.orderjourney.testservers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a service under test its own empty database and a business clock of its own. It is for services without events; the
 * others need {@link JourneyServers}.
 *
 * <p>The optional argument {@code database} names the database; without it every start gets another name.
 */
public final class OwnDatabase implements QuarkusTestResourceLifecycleManager {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private String database = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Database fresh = TestServers.freshDatabase(database);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", fresh.jdbcUrl());
        settings.put("quarkus.datasource.username", fresh.user());
        settings.put("quarkus.datasource.password", fresh.password());
        settings.put("journey.clock.file", clockFile().toString());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.devservices.enabled", "false");
        return settings;
    }

    @Override
    public void stop() {
        // The server serves the whole run; the database is dropped with it.
    }

    /** A file that does not exist yet: a new clock shows real time. */
    private static Path clockFile() {
        try {
            Path directory = Files.createTempDirectory("test-clock-");
            directory.toFile().deleteOnExit();
            Path file = directory.resolve("clock");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
