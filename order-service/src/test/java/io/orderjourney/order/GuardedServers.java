package io.orderjourney.order;

import io.orderjourney.messaging.testing.GuardedBroker;
import io.orderjourney.stack.servers.Trees;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database, and a broker at which the service logs in and may do what the access rules say, as in production. */
public final class GuardedServers implements QuarkusTestResourceLifecycleManager {

    /** The system property under which a test finds where nobody logs in. */
    static final String ADMINISTRATION = "io.orderjourney.guarded.administration";

    private final OwnDatabase database = new OwnDatabase();
    private @Nullable Path directory;
    private @Nullable GuardedBroker broker;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = database.start();
        Path folder = folder();
        GuardedBroker started = new GuardedBroker(folder);
        directory = folder;
        broker = started;
        started.connection("order-service").forEach((name, value) -> settings.put("kafka." + name, value.toString()));
        settings.put("journey.kafka.create-topics", "false");
        System.setProperty(ADMINISTRATION, started.kafka().administration());
        return settings;
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        if (directory != null) {
            Trees.delete(directory);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("guarded-kafka-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
