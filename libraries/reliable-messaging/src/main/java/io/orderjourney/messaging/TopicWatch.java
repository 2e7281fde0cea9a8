package io.orderjourney.messaging;

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
 * Notices that a topic was made anew under its old name. A consumer that goes on at its old offset would pass over everything
 * before it; the topic's id tells the new one from the old.
 */
final class TopicWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final Set<String> topics;
    private final Map<String, Uuid> ids = new HashMap<>();
    private long checkedAt = System.nanoTime() - EVERY.toNanos();

    TopicWatch(KafkaClients kafka, Collection<String> topics) {
        this.admin = Admin.create(kafka.connection());
        this.topics = Set.copyOf(topics);
    }

    /** The topics made anew since the last look. It looks only now and then; a broker that does not answer tells nothing. */
    Set<String> madeAnew() {
        if (System.nanoTime() - checkedAt < EVERY.toNanos()) {
            return Set.of();
        }
        checkedAt = System.nanoTime();
        long patienceEnds = checkedAt + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Set<String> madeAnew = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> one :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                Uuid id = one.getValue()
                        .get(Math.max(1, patienceEnds - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .topicId();
                Uuid known = ids.put(one.getKey(), id);
                if (known != null && !known.equals(id)) {
                    madeAnew.add(one.getKey());
                }
            } catch (ExecutionException | TimeoutException e) {
                // It does not exist now, or nobody can say: the next look will tell.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return madeAnew;
            }
        }
        return madeAnew;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(PATIENCE_SECONDS));
    }
}
