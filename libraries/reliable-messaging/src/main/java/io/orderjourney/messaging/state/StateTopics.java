package io.orderjourney.messaging.state;

import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Compacted topics: not what happened, but how things are now. A change only notes the key; the relay reads the value when
 * it publishes, so bursts become one record, and a customer's data never enters the journey log.
 */
public class StateTopics {

    /**
     * The number of an update is drawn while its row is locked, and rows are never deleted: so revisions of one key grow in
     * the order of commits, and the relay cannot take an older revision for a published one.
     */
    private static final String TOUCH = """
        insert into state_outbox as s (topic, key, partition, revision, published_revision)
        select ?, k, (hashtext(k) & 7)::smallint, nextval('state_revision'), 0 from unnest(?::text[]) as t(k)
        on conflict (topic, key) do update set revision = nextval('state_revision')
        """;

    private static final int REPUBLISH_CHUNK = 10_000;

    private static final String REPUBLISH = """
        with chunk as (
          select topic, key from state_outbox where topic = ? and key > ? order by key limit ? for update
        ), queued as (
          update state_outbox s set revision = nextval('state_revision')
          from chunk where s.topic = chunk.topic and s.key = chunk.key
        )
        select count(*), max(key) from chunk
        """;

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final RelayWakeUp signal;

    public StateTopics(DataSource dataSource, TransactionSynchronizationRegistry transaction, RelayWakeUp signal) {
        this.sql = new Sql(dataSource);
        this.transaction = transaction;
        this.signal = signal;
    }

    /** As {@link #touch(String, Collection)} for one key. */
    public void touch(String topic, String key) {
        touch(topic, List.of(key));
    }

    /**
     * The values of these keys change in the running transaction (or are gone): publish them after its commit.
     *
     * @throws IllegalStateException if no transaction is running
     */
    public void touch(String topic, Collection<String> keys) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A key is touched only in the transaction that changes its value");
        }
        if (keys.isEmpty()) {
            return;
        }
        Collection<String> inFixedOrder = new TreeSet<>(keys);
        sql.update(TOUCH, topic, SqlArray.texts(inFixedOrder));
        signal.wakeAfterCommit(transaction, RelayWakeUp.ALL_PARTITIONS);
    }

    /**
     * Publishes every key of a topic again, for a Kafka that lost them. Not to be called in a transaction: it works in
     * chunks, and may be repeated if it is interrupted.
     */
    public long republish(String topic) {
        long keys = 0;
        String last = "";
        while (true) {
            String after = last;
            Chunk chunk = sql.query(
                            REPUBLISH,
                            row -> new Chunk(row.getLong(1), row.getString(2)),
                            topic,
                            after,
                            REPUBLISH_CHUNK)
                    .get(0);
            keys += chunk.keys();
            signal.wake(RelayWakeUp.ALL_PARTITIONS);
            if (chunk.last() == null) {
                return keys;
            }
            last = chunk.last();
        }
    }

    private record Chunk(long keys, @Nullable String last) {}
}
