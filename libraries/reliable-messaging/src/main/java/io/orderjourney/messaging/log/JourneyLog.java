package io.orderjourney.messaging.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of everything that happened to every journey: the audit trail, the timeline, and the source that
 * Kafka is filled from. A fact is written in the transaction of the change it tells of, so there is never a change without
 * its fact, nor a fact without its change. Publishing is the {@link Relay}'s work and never the caller's.
 */
public class JourneyLog {

    /** The largest data of one event, in bytes of JSON: far below a broker's limit, so that no row can fail to be sent. */
    public static final int DATA_BYTES_MAX = 256 * 1024;

    /**
     * The row lock on {@code journey_sequence} is held until commit: it serialises the writers of one journey, and makes the
     * order of positions within a journey equal to the order of commits. Locks are taken in the order of journey ids.
     */
    private static final String APPEND = """
        with fresh as (
          select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[],
              ?::text[], ?::text[])
            with ordinality as f(event_id, journey_id, type, topic, occurred_at, actor, reason, causation_id, traceparent, data, nth)
        ), taken as (
          insert into journey_sequence as s (journey_id, last_sequence)
          select journey_id, count(*) from fresh group by journey_id order by journey_id
          on conflict (journey_id) do update set last_sequence = s.last_sequence + excluded.last_sequence
          returning journey_id, last_sequence
        ), logged as (
          insert into journey_event
            (event_id, journey_id, sequence, type, topic, occurred_at, actor, reason, causation_id, traceparent, data)
          select f.event_id, f.journey_id,
            t.last_sequence - count(*) over (partition by f.journey_id)
              + row_number() over (partition by f.journey_id order by f.nth),
            f.type, f.topic, f.occurred_at, f.actor, f.reason, f.causation_id, f.traceparent, f.data
          from fresh f join taken t using (journey_id)
          order by f.nth
          returning position, event_id, journey_id, sequence
        ), queued as (
          insert into outbox (partition, position) select journey_partition(journey_id), position from logged
        )
        select position, event_id, sequence from logged order by position
        """;

    /** Where a transaction keeps the facts that are written {@link #together}. */
    private static final Object GATHERED = new Object();

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final InstantSource clock;
    private final RelayWakeUp signal;
    private final Supplier<@Nullable String> traceparent;
    private final Consumer<String> committed;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    /**
     * @param traceparent the W3C trace context of the current thread, or null if nothing is traced
     * @param committed is told the type of each fact after its commit
     */
    public JourneyLog(
            DataSource dataSource,
            TransactionSynchronizationRegistry transaction,
            InstantSource clock,
            RelayWakeUp signal,
            Supplier<@Nullable String> traceparent,
            Consumer<String> committed) {
        this.sql = new Sql(dataSource);
        this.transaction = transaction;
        this.clock = clock;
        this.signal = signal;
        this.traceparent = traceparent;
        this.committed = committed;
    }

    /** As {@link #append(List)} for one fact. */
    public RecordedEvent append(NewEvent<?> event) {
        return append(List.of(event)).get(0);
    }

    /**
     * Records facts in the running transaction, in the order of the list, and queues them for publishing after its commit.
     * While facts are written {@link #together}, what is returned has no position and no sequence yet.
     *
     * @throws IllegalStateException if no transaction is running
     * @throws IllegalArgumentException if the data of an event is larger than {@link #DATA_BYTES_MAX}
     */
    public List<RecordedEvent> append(List<? extends NewEvent<?>> events) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A fact is recorded only in the transaction of the change it tells of");
        }
        if (events.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String trace = traceparent.get();
        List<RecordedEvent> fresh = new ArrayList<>(events.size());
        for (NewEvent<?> event : events) {
            fresh.add(unnumbered(event, now, trace));
        }
        List<RecordedEvent> gathered = gathered();
        if (gathered != null) {
            gathered.addAll(fresh);
            return fresh;
        }
        return record(fresh);
    }

    /**
     * Writes all facts that this work records in one statement when it ends, in the order in which they were recorded: what is
     * done about many journeys costs no statement for each. The work runs in the caller's transaction.
     */
    public <T> T together(Supplier<T> work) {
        if (gathered() != null) {
            return work.get();
        }
        transaction.putResource(GATHERED, new ArrayList<RecordedEvent>());
        try {
            T result = work.get();
            writeGathered();
            return result;
        } finally {
            transaction.putResource(GATHERED, null);
        }
    }

    /** The same transactions, each of which writes its facts {@link #together}. */
    public Transactions together(Transactions transactions) {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return transactions.call(() -> together(work));
            }
        };
    }

    @SuppressWarnings("unchecked") // Only together() puts it there.
    private @Nullable List<RecordedEvent> gathered() {
        return (List<RecordedEvent>) transaction.getResource(GATHERED);
    }

    /** What is read afterwards is there. */
    private void writeGathered() {
        boolean running = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        List<RecordedEvent> gathered = running ? gathered() : null;
        if (gathered != null && !gathered.isEmpty()) {
            List<RecordedEvent> facts = List.copyOf(gathered);
            gathered.clear();
            record(facts);
        }
    }

    private List<RecordedEvent> record(List<RecordedEvent> fresh) {
        List<RecordedEvent> recorded = insert(fresh);
        afterCommit(recorded);
        return recorded;
    }

    /** The timeline of one journey, oldest first. */
    public List<RecordedEvent> of(UUID journeyId) {
        return of(List.of(journeyId));
    }

    /** What was recorded of these journeys, in one question; each journey's facts in their order. */
    public List<RecordedEvent> of(Collection<UUID> journeyIds) {
        writeGathered();
        return sql.query(
                "select * from journey_event where journey_id = any(?) order by journey_id, sequence",
                JourneyLog::read,
                SqlArray.uuids(journeyIds));
    }

    private RecordedEvent unnumbered(NewEvent<?> event, Instant now, @Nullable String trace) {
        return new RecordedEvent(
                0,
                ids.generate(),
                event.journeyId(),
                0,
                event.type().wireName(),
                event.type().topic(),
                now,
                event.actor(),
                event.reason(),
                event.causationId(),
                trace,
                json(event));
    }

    private static String json(NewEvent<?> event) {
        String data;
        try {
            data = ContractJson.mapper().writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data of " + event.type() + " cannot be written as JSON", e);
        }
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > DATA_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "The data of " + event.type() + " has " + bytes + " bytes, more than " + DATA_BYTES_MAX);
        }
        return data;
    }

    private List<RecordedEvent> insert(List<RecordedEvent> fresh) {
        Map<UUID, long[]> numbers = new HashMap<>();
        sql.query(
                APPEND,
                row -> numbers.put(row.getObject(2, UUID.class), new long[] {row.getLong(1), row.getLong(3)}),
                SqlArray.uuids(each(fresh, RecordedEvent::id)),
                SqlArray.uuids(each(fresh, RecordedEvent::journeyId)),
                SqlArray.texts(each(fresh, RecordedEvent::type)),
                SqlArray.texts(each(fresh, RecordedEvent::topic)),
                SqlArray.instants(each(fresh, RecordedEvent::occurredAt)),
                SqlArray.texts(each(fresh, RecordedEvent::actor)),
                SqlArray.texts(each(fresh, RecordedEvent::reason)),
                SqlArray.uuids(each(fresh, RecordedEvent::causationId)),
                SqlArray.texts(each(fresh, RecordedEvent::traceparent)),
                SqlArray.texts(each(fresh, RecordedEvent::data)));
        return fresh.stream().map(event -> numbered(event, numbers)).toList();
    }

    private static RecordedEvent numbered(RecordedEvent event, Map<UUID, long[]> numbers) {
        long[] number = numbers.get(event.id());
        if (number == null) {
            throw new IllegalStateException("The log did not take event " + event.id());
        }
        return new RecordedEvent(
                number[0],
                event.id(),
                event.journeyId(),
                number[1],
                event.type(),
                event.topic(),
                event.occurredAt(),
                event.actor(),
                event.reason(),
                event.causationId(),
                event.traceparent(),
                event.data());
    }

    private static <V extends @Nullable Object> List<V> each(
            List<RecordedEvent> events, Function<RecordedEvent, V> value) {
        List<V> values = new ArrayList<>(events.size());
        events.forEach(event -> values.add(value.apply(event)));
        return values;
    }

    private void afterCommit(List<RecordedEvent> recorded) {
        int partitions = 0;
        for (RecordedEvent event : recorded) {
            partitions |= RelayWakeUp.partitionOf(event.journeyId());
        }
        signal.wakeAfterCommit(transaction, partitions);
        transaction.registerInterposedSynchronization(
                new Committed(recorded.stream().map(RecordedEvent::type).toList()));
    }

    /** Counts facts when they are facts. */
    private final class Committed implements Synchronization {

        private final List<String> types;

        Committed(List<String> types) {
            this.types = types;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                types.forEach(committed);
            }
        }
    }

    public static RecordedEvent read(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getObject("journey_id", UUID.class),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("topic"),
                Sql.instant(row, "occurred_at"),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("causation_id", UUID.class),
                row.getString("traceparent"),
                row.getString("data"));
    }
}
