package io.orderjourney.journeytests.load;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When a person does something, counted from when they first saw it. */
final class Agenda {

    private final Map<String, Instant> times = new HashMap<>();

    /** Whether the time for it has come; {@code delay} counts from when it was first asked about. */
    boolean isTime(String matter, Instant now, Duration delay) {
        return !times.computeIfAbsent(matter, first -> now.plus(delay)).isAfter(now);
    }

    boolean isTime(String matter, Instant now) {
        Instant at = times.get(matter);
        return at != null && !at.isAfter(now);
    }

    boolean knows(String matter) {
        return times.containsKey(matter);
    }

    void set(String matter, Instant at) {
        times.put(matter, at);
    }

    void forget(String matter) {
        times.remove(matter);
    }
}
