package io.orderjourney.planted.time.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** What is allowed: time that was given, and how long something took. */
final class NoClock {
    long nanos() {
        return System.nanoTime();
    }

    Instant later(Instant now) {
        return now.plus(Duration.ofDays(1));
    }

    Date date(Instant at) {
        return new Date(at.toEpochMilli());
    }
}
