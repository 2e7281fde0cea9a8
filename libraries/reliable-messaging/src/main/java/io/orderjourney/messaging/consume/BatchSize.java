package io.orderjourney.messaging.consume;

import io.orderjourney.messaging.KafkaClients;
import java.time.Duration;

/**
 * How many records one transaction takes: as many as are applied in a time that nobody notices. A transaction that takes long
 * holds its locks long, and one that reaches the limit of transactions is work thrown away.
 */
final class BatchSize {

    /** As much as a poll brings at most. */
    static final int MAX = KafkaClients.POLL_RECORDS_MAX;

    /** A full batch that is faster than this may be twice as large. */
    static final Duration SHORT = Duration.ofMillis(200);

    /** A batch that is slower than this is halved. */
    static final Duration LONG = Duration.ofSeconds(1);

    private int size = 64;

    int get() {
        return size;
    }

    /** This many records took this time, whether they were applied or not. */
    void took(int records, Duration time) {
        if (time.compareTo(LONG) > 0) {
            size = Math.max(1, Math.min(size, records) / 2);
        } else if (records >= size && time.compareTo(SHORT) < 0) {
            size = Math.min(MAX, size * 2);
        }
    }
}
