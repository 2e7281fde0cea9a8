package io.orderjourney.testservers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a service under test its own empty database, the Kafka broker of the run and a business clock of its own.
 *
 * <p>The optional argument {@code database} names the database; without it every start gets another name.
 */
public final class JourneyServers implements QuarkusTestResourceLifecycleManager {

    private final OwnDatabase database = new OwnDatabase();

    @Override
    public void init(Map<String, String> arguments) {
        database.init(arguments);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = database.start();
        settings.put("kafka.bootstrap.servers", TestServers.kafka());
        settings.put("journey.kafka.create-topics", "true");
        return settings;
    }

    @Override
    public void stop() {
        // The servers serve the whole run; the database is dropped with them.
    }
}
