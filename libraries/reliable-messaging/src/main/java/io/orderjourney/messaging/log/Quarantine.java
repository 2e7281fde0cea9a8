package io.orderjourney.messaging.log;

import io.orderjourney.messaging.state.StateOutbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Journeys and topics that the broker refuses for a reason of their own. They wait a while, in order, so that everybody
 * else's events go out meanwhile. A broker that is simply away sets nothing aside.
 */
final class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Map<UUID, Long> journeys = new HashMap<>();
    private final Map<String, Long> topics = new HashMap<>();

    Set<UUID> journeys() {
        return stillWaiting(journeys);
    }

    Set<String> topics() {
        return stillWaiting(topics);
    }

    void after(RecordedEvent event, Throwable failure) {
        if (isAboutTheTopic(failure)) {
            quarantineTopic(event.topic(), failure);
        } else if (failure instanceof RecordTooLargeException || failure instanceof SerializationException) {
            LOG.errorf("Journey %s waits: the broker refuses event %s: %s", event.journeyId(), event.id(), failure);
            journeys.put(event.journeyId(), System.nanoTime());
        }
    }

    void after(StateOutbox.Waiting state, Throwable failure) {
        if (isAboutTheTopic(failure) || failure instanceof RecordTooLargeException) {
            quarantineTopic(state.topic(), failure);
        }
    }

    void quarantineTopic(String topic, Throwable failure) {
        LOG.errorf("Topic %s waits: %s", topic, failure);
        topics.put(topic, System.nanoTime());
    }

    /** A topic that does not exist shows as a timeout while its metadata are awaited, with this cause. */
    private static boolean isAboutTheTopic(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof UnknownTopicOrPartitionException
                    || e instanceof TopicAuthorizationException
                    || e instanceof InvalidTopicException) {
                return true;
            }
        }
        return false;
    }

    private static <K> Set<K> stillWaiting(Map<K, Long> since) {
        since.values().removeIf(at -> System.nanoTime() - at > WAIT.toNanos());
        return Set.copyOf(since.keySet());
    }
}
