package io.orderjourney.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.messaging.KafkaClients;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.operations.ServerSettings.Objection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at the topics' settings when the broker answers, and every ten minutes after: a service starts while the broker is away, so it can't refuse;
 * it warns, and an alert tells of it.
 */
@Singleton
class BrokerSettingsFigures implements SampledFigures {

    private static final Logger LOG = Logger.getLogger(BrokerSettingsFigures.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int TIMEOUT_SECONDS = 8;

    private final KafkaClients kafka;
    private final Subscriptions subscriptions;
    private final boolean local;
    private final Figure unsafe;
    private List<Objection> known = List.of();
    private long lookAgainAt = System.nanoTime();

    BrokerSettingsFigures(
            KafkaClients kafka,
            Subscriptions subscriptions,
            MeterRegistry registry,
            @ConfigProperty(name = "journey.environment", defaultValue = "production") String environment) {
        this.kafka = kafka;
        this.subscriptions = subscriptions;
        this.local = environment.equals("local");
        this.unsafe = Figure.of(
                registry, "journey.settings.unsafe", "Settings of Kafka with which something acknowledged can be lost");
    }

    @Override
    public void sample() {
        if (System.nanoTime() < lookAgainAt) {
            return;
        }
        List<Objection> objections = look();
        if (!objections.equals(known) && !local) {
            objections.forEach(objection -> LOG.warnf("Kafka: %s; see %s", objection, DatabaseSettingsCheck.PAGE));
        }
        known = objections;
        unsafe.set(objections.stream().filter(Objection::loses).count());
        lookAgainAt = System.nanoTime() + EVERY.toNanos();
    }

    @Override
    public void forget() {
        unsafe.forget();
        lookAgainAt = System.nanoTime();
    }

    /** Topics that are not there yet have no settings. */
    List<Objection> look() {
        Map<String, Object> connection = new HashMap<>(kafka.connection());
        try (Admin admin = Admin.create(connection)) {
            Set<String> existing = answer(admin.listTopics().names());
            List<String> ours =
                    subscriptions.topics().stream().filter(existing::contains).toList();
            Map<String, TopicDescription> described =
                    answer(admin.describeTopics(ours).allTopicNames());
            Map<ConfigResource, Config> configs = answer(admin.describeConfigs(ours.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .all());
            List<Objection> objections = new ArrayList<>();
            configs.forEach((resource, config) -> {
                TopicDescription description = described.get(resource.name());
                if (description != null) {
                    objections.addAll(ServerSettings.ofTopic(
                            topic(description, config),
                            subscriptions.stateTopics().contains(resource.name())));
                }
            });
            return objections;
        }
    }

    private static ServerSettings.Topic topic(TopicDescription description, Config config) {
        Map<String, String> settings = new HashMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new ServerSettings.Topic(
                description.name(), description.partitions().size(), replicas, settings);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not describe its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
