package io.orderjourney.messaging;

import io.orderjourney.testservers.TestServers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real producer of which one record fails only when the last of its batch was acknowledged. */
final class LateFailure extends KafkaProducer<byte[], byte[]> {

    private final int failing;
    private final int last;
    private final CompletableFuture<RecordMetadata> failure = new CompletableFuture<>();
    private int sends;

    LateFailure(int failing, int last) {
        super(Map.of("bootstrap.servers", TestServers.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
        this.failing = failing;
        this.last = last;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        sends++;
        if (sends == failing) {
            return failure;
        }
        Future<RecordMetadata> sent = super.send(record, callback);
        if (sends == last) {
            flush();
            failure.completeExceptionally(new TimeoutException("too slow"));
        }
        return sent;
    }
}
