package io.orderjourney.messaging.consume;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Lets a consumer read what came since some time once more, whatever offset it has committed: for a database that was restored from
 * a backup and has forgotten what it had consumed since. What it has not forgotten it knows by the ids.
 */
final class Rereading {

    private static final Logger LOG = Logger.getLogger(Rereading.class);

    private final Optional<Instant> since;
    private final Set<TopicPartition> reread = new HashSet<>();

    /** @param since real time, as the records carry it; empty: nothing is read again */
    Rereading(Optional<Instant> since) {
        this.since = since;
    }

    /** Once for each partition in the life of this process: a rebalance must not begin it again. */
    void assigned(Collection<TopicPartition> partitions, Consumer<byte[], byte[]> consumer) {
        if (since.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.stream()
                .filter(partition -> !reread.contains(partition))
                .forEach(partition -> wanted.put(partition, since.get().toEpochMilli()));
        if (wanted.isEmpty()) {
            return;
        }
        consumer.offsetsForTimes(wanted).forEach((partition, found) -> {
            if (found != null) {
                LOG.infof(
                        "Reading %s again from offset %d, the first since %s", partition, found.offset(), since.get());
                consumer.seek(partition, found.offset());
            }
        });
        reread.addAll(wanted.keySet());
    }
}
