package io.orderjourney.messaging.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.MessagingMetrics;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.messaging.consume.BatchIngest;
import io.orderjourney.messaging.consume.EventReader;
import io.orderjourney.messaging.consume.InboundRecord;
import io.orderjourney.messaging.consume.Senders;
import io.orderjourney.messaging.consume.Subscriptions;
import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.RawRecord;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.state.StateOutbox;
import io.orderjourney.messaging.state.StateReader;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * For the tests of services: delivers each event the way a bad day would. First the process dies after the handlers ran and
 * before the commit; then the event comes again and is applied; then it comes once more. The effect must be there once.
 *
 * <p>It needs no broker, and runs the same reading, remembering and acting as the real consumer. A failure of a handler is
 * thrown to the test.
 */
@Singleton
public final class DeliverTwice {

    private static final class DiedBeforeCommit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiedBeforeCommit(Object lost) {
            super("Before it was committed: " + lost);
        }
    }

    private final BatchIngest dying;
    private final BatchIngest living;
    private final EventReader reader;
    private final InstantSource clock;
    private final AtomicLong offsets = new AtomicLong();

    public DeliverTwice(
            DataSource dataSource, Transactions transactions, Subscriptions subscriptions, BusinessClock clock) {
        MessagingMetrics metrics = new MessagingMetrics(new SimpleMeterRegistry());
        this.dying = new BatchIngest(dataSource, dyingBeforeCommit(transactions), subscriptions, clock, metrics);
        this.living = new BatchIngest(dataSource, transactions, subscriptions, clock, metrics);
        // Who may say what is the business of other tests.
        this.reader = new EventReader(subscriptions, Senders.ANYBODY);
        this.clock = clock;
    }

    /** Delivers a fact of a journey, and returns its event id. */
    public <T> UUID event(EventType<T> type, UUID journeyId, T data) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        RecordedEvent event = new RecordedEvent(
                0,
                id,
                journeyId,
                offsets.incrementAndGet(),
                type.wireName(),
                type.topic(),
                clock.instant(),
                "test",
                null,
                null,
                null,
                json(data));
        deliver(event.toRecord("/" + type.topic()));
        return id;
    }

    /** Delivers a partner's report, whose key is no journey. */
    public <T> void report(EventType<T> type, String key, T data) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        ProducerRecord<byte[], byte[]> report =
                new ProducerRecord<>(type.topic(), CloudEvents.bytes(key), CloudEvents.bytes(json(data)));
        CloudEvents.put(report, CloudEvents.SPEC_VERSION, "1.0");
        CloudEvents.put(report, CloudEvents.ID, id.toString());
        CloudEvents.put(report, CloudEvents.SOURCE, "/partner");
        CloudEvents.put(report, CloudEvents.TYPE, type.wireName());
        CloudEvents.put(report, CloudEvents.TIME, clock.instant().toString());
        deliver(report);
    }

    /** Delivers the new value of a key of a compacted topic; null: a tombstone. */
    public <T> void state(EventType<T> type, String key, @Nullable T value) {
        StateOutbox.Waiting state =
                new StateOutbox.Waiting(type.topic(), key, clock.millis() + offsets.incrementAndGet());
        byte[] data = value == null ? null : CloudEvents.bytes(json(value));
        deliver(StateReader.record("/" + type.topic(), type.wireName(), state, clock.instant(), data));
    }

    private void deliver(ProducerRecord<byte[], byte[]> record) {
        InboundRecord inbound = reader.read(received(record));
        if (inbound instanceof InboundRecord.Rejected rejected) {
            throw new IllegalArgumentException("The record would be rejected: " + rejected.detail());
        }
        if (inbound instanceof InboundRecord.Ignored) {
            throw new IllegalArgumentException("Nobody here subscribes to what was delivered on " + record.topic());
        }
        try {
            dying.ingest(List.of(inbound));
        } catch (DiedBeforeCommit expected) {
            // The handlers ran, and nothing of it may have remained.
        }
        living.ingest(List.of(inbound));
        living.ingest(List.of(inbound));
    }

    private RawRecord received(ProducerRecord<byte[], byte[]> record) {
        List<DeadLetter.Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new DeadLetter.Header(header.key(), header.value())));
        return new RawRecord(record.topic(), 0, offsets.incrementAndGet(), record.key(), record.value(), headers);
    }

    private static Transactions dyingBeforeCommit(Transactions transactions) {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                return transactions.call(() -> {
                    Object lost = work.get();
                    throw new DiedBeforeCommit(lost);
                });
            }
        };
    }

    private static String json(Object data) {
        try {
            return ContractJson.mapper().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The data cannot be written as JSON", e);
        }
    }
}
