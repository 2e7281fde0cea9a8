package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;

/**
 * Detects that a topic was deleted and created again under its name. A consumer that went on at its old offset would skip
 * everything before it; the topic's id tells the new one from the old.
 */
public final class RecreatedTopics implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final Set<String> topics;
    private final Map<String, Uuid> ids = new HashMap<>();
    private long checkedAt = System.nanoTime() - EVERY.toNanos();

    public RecreatedTopics(KafkaClients kafka, Collection<String> topics) {
        this.admin = Admin.create(kafka.connection());
        this.topics = Set.copyOf(topics);
    }

    /** The topics recreated since the last check. It checks every 15 seconds; a broker that does not answer changes nothing. */
    public Set<String> recreated() {
        if (System.nanoTime() - checkedAt < EVERY.toNanos()) {
            return Set.of();
        }
        checkedAt = System.nanoTime();
        long patienceEnds = checkedAt + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Set<String> recreated = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> one :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                Uuid id = one.getValue()
                        .get(Math.max(1, patienceEnds - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .topicId();
                Uuid known = ids.put(one.getKey(), id);
                if (known != null && !known.equals(id)) {
                    recreated.add(one.getKey());
                }
            } catch (ExecutionException | TimeoutException e) {
                // It does not exist now, or nobody can say: the next look will tell.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return recreated;
            }
        }
        return recreated;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(PATIENCE_SECONDS));
    }
}
