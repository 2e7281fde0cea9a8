package io.orderjourney.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

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
            insert into state_outbox as s (topic, key, lane, revision, published_revision)
            select ?, k, (hashtext(k) & 7)::smallint, nextval('state_revision'), 0 from unnest(?::text[]) as t(k)
            on conflict (topic, key) do update set revision = nextval('state_revision')
            """;

    private final Database database;
    private final TransactionSynchronizationRegistry transaction;
    private final RelaySignal signal;

    public StateTopics(DataSource dataSource, TransactionSynchronizationRegistry transaction, RelaySignal signal) {
        this.database = new Database(dataSource);
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
        database.update(TOUCH, statement -> {
            statement.setString(1, topic);
            Database.bindArray(statement, 2, "text", inFixedOrder);
        });
        signal.wakeAfterCommit(transaction, RelaySignal.ALL_LANES);
    }

    /** Publishes every key of a topic again, for a Kafka that lost them. */
    public int republish(String topic) {
        int keys = database.update(
                "update state_outbox set revision = nextval('state_revision') where topic = ?",
                statement -> statement.setString(1, topic));
        signal.wake(RelaySignal.ALL_LANES);
        return keys;
    }
}
