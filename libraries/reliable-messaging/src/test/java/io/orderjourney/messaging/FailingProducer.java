package io.orderjourney.messaging;

import io.orderjourney.testservers.TestServers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real producer whose chosen records fail as they do when the broker refuses them: through the callback. */
final class FailingProducer extends KafkaProducer<byte[], byte[]> {

    interface Choice {
        RuntimeException failureOf(ProducerRecord<byte[], byte[]> record);
    }

    private final Choice choice;

    FailingProducer(Choice choice) {
        super(
                Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all", "enable.idempotence", true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.choice = choice;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        RuntimeException failure = choice.failureOf(record);
        if (failure == null) {
            return super.send(record, callback);
        }
        callback.onCompletion(null, failure);
        return CompletableFuture.failedFuture(failure);
    }
}
