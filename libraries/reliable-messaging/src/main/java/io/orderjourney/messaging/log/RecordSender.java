package io.orderjourney.messaging.log;

import io.orderjourney.messaging.CloudEvents;
import io.orderjourney.messaging.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in order and waits for every acknowledgement. An idempotent producer keeps the order only as long as nothing
 * fails for good: after that it sends what comes later with a new epoch. So the first failure closes the producer at once, on
 * the very thread that would send the next request, and the next batch gets a new one.
 */
final class RecordSender implements AutoCloseable {

    /** More than the producer's own delivery timeout: after this even the client is stuck. */
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final Supplier<? extends Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    RecordSender(Supplier<? extends Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * What came of a batch.
     *
     * @param acknowledged for each record whether the broker has it for certain
     * @param failedIndex the record that failed first, or -1
     */
    record Outcome(
            boolean[] acknowledged,
            int failedIndex,
            @Nullable Throwable failure) {}

    Outcome send(List<ProducerRecord<byte[], byte[]>> records) {
        Sending sending = new Sending(open(), records.size());
        for (int i = 0; i < records.size() && !sending.hasFailed(); i++) {
            sending.send(records.get(i), i);
        }
        Outcome outcome = sending.await();
        if (outcome.failure() != null) {
            close();
        }
        return outcome;
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    /** What is still in flight is abandoned: its rows are still in the outbox. */
    @Override
    public void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private static final class Sending {

        private final Producer<byte[], byte[]> producer;
        private final boolean[] acknowledged;
        private final List<Future<RecordMetadata>> pending = new ArrayList<>();
        private int failedIndex = -1;
        private @Nullable Throwable failure;

        Sending(Producer<byte[], byte[]> producer, int count) {
            this.producer = producer;
            this.acknowledged = new boolean[count];
        }

        void send(ProducerRecord<byte[], byte[]> record, int index) {
            Spans.Open span = Spans.areRecorded()
                    ? Spans.begin(Spans.Kind.PRODUCER, "publish " + record.topic(), traceparent(record))
                    : null;
            try {
                pending.add(producer.send(record, (metadata, problem) -> {
                    if (span != null) {
                        span.end(problem == null ? null : problem.getClass().getSimpleName());
                    }
                    if (problem != null && failed(index, problem)) {
                        producer.close(Duration.ZERO);
                    }
                }));
            } catch (RuntimeException e) {
                failed(index, e);
            }
        }

        private static @Nullable String traceparent(ProducerRecord<byte[], byte[]> record) {
            Header header = record.headers().lastHeader(CloudEvents.TRACEPARENT);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }

        /** Whether this was the first failure; the later ones only follow from closing the producer. */
        private synchronized boolean failed(int index, Throwable problem) {
            if (failure != null) {
                return false;
            }
            failedIndex = index;
            failure = problem;
            return true;
        }

        synchronized boolean hasFailed() {
            return failure != null;
        }

        Outcome await() {
            long deadline = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
            for (int i = 0; i < pending.size(); i++) {
                try {
                    pending.get(i).get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                    acknowledged[i] = true;
                } catch (ExecutionException e) {
                    failed(i, e.getCause() == null ? e : e.getCause());
                } catch (TimeoutException e) {
                    failed(i, e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failed(i, e);
                }
            }
            synchronized (this) {
                return new Outcome(acknowledged, failedIndex, failure);
            }
        }
    }
}
