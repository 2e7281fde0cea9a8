package io.orderjourney.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that this service needs, where the operator leaves that to the services. */
public final class Topics {

    /** Changing it would move journeys to other partitions and break their order, so it is fixed. */
    public static final int PARTITIONS = 4;

    private static final int PATIENCE_SECONDS = 10;

    private final Map<String, Object> kafka;
    private final boolean create;
    private final Set<String> compacted;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    /**
     * @param create whether missing topics are created; false: this class does nothing
     * @param compacted the topics that hold states, not facts
     */
    public Topics(KafkaClients kafka, boolean create, Collection<String> compacted) {
        this.kafka = kafka.connection();
        this.create = create;
        this.compacted = Set.copyOf(compacted);
    }

    /** Asks the broker only about topics it has not asked about before. Fails if the broker does not answer. */
    public void ensure(Collection<String> topics) {
        if (!create || existing.containsAll(topics)) {
            return;
        }
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        try (Admin admin = Admin.create(config)) {
            for (String topic : topics) {
                ensure(admin, topic);
                existing.add(topic);
            }
        }
    }

    /** After this the broker is asked again: it may have lost its topics. */
    public void forget() {
        existing.clear();
    }

    private void ensure(Admin admin, String topic) {
        NewTopic wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        compacted.contains(topic)
                                ? TopicConfig.CLEANUP_POLICY_COMPACT
                                : TopicConfig.CLEANUP_POLICY_DELETE));
        try {
            admin.createTopics(List.of(wanted)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Topic " + topic + " could not be created", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker did not answer about topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
