package io.orderjourney.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
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
public final class DeliverTwice {

    private static final class DiedBeforeCommit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiedBeforeCommit(Object lost) {
            super("Before it was committed: " + lost);
        }
    }

    private final Intake dying;
    private final Intake living;
    private final EventReader reader;
    private final InstantSource clock;
    private final AtomicLong offsets = new AtomicLong();

    public DeliverTwice(
            DataSource dataSource, Transactions transactions, Subscriptions subscriptions, InstantSource clock) {
        MessagingMetrics metrics = new MessagingMetrics(new SimpleMeterRegistry());
        this.dying = new Intake(dataSource, dyingBeforeCommit(transactions), subscriptions, clock, metrics);
        this.living = new Intake(dataSource, transactions, subscriptions, clock, metrics);
        this.reader = new EventReader(subscriptions);
        this.clock = clock;
    }

    /** Delivers a fact of a journey, and returns its event id. */
    public <T> UUID event(EventType<T> type, UUID journeyId, T data) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        deliver(CloudEvents.fact(
                "/" + type.topic(),
                new RecordedEvent(
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
                        json(data))));
        return id;
    }

    /** Delivers a partner's report, whose key is no journey. */
    public <T> void report(EventType<T> type, String key, T data) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        deliver(CloudEvents.report("/partner", type.wireName(), type.topic(), id, clock.instant(), key, json(data)));
    }

    /** Delivers the new value of a key of a compacted topic; null: a tombstone. */
    public <T> void state(EventType<T> type, String key, @Nullable T value) {
        Outbox.WaitingState state =
                new Outbox.WaitingState(type.topic(), key, clock.millis() + offsets.incrementAndGet());
        byte[] data = value == null ? null : CloudEvents.bytes(json(value));
        deliver(CloudEvents.state("/" + type.topic(), type.wireName(), state, clock.instant(), data));
    }

    private void deliver(ProducerRecord<byte[], byte[]> record) {
        Arrival arrival = reader.read(received(record));
        if (arrival instanceof Arrival.Rejected rejected) {
            throw new IllegalArgumentException("The record would be rejected: " + rejected.detail());
        }
        if (arrival instanceof Arrival.Ignored) {
            throw new IllegalArgumentException("Nobody here subscribes to what was delivered on " + record.topic());
        }
        try {
            dying.take(List.of(arrival));
        } catch (DiedBeforeCommit expected) {
            // The handlers ran, and nothing of it may have remained.
        }
        living.take(List.of(arrival));
        living.take(List.of(arrival));
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
