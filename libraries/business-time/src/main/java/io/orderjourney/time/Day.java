package io.orderjourney.time;

import java.time.LocalDate;

/** One date of a calendar as instants in milliseconds: its bounds and the opening ranges between them. */
final class Day {

    private final long epochDay;
    private final long start;
    private final long end;
    private final long[] edges;
    private final long openMillis;

    /** @param edges from and until of each range in turn, rising, between start and end */
    Day(long epochDay, long start, long end, long[] edges) {
        this.epochDay = epochDay;
        this.start = start;
        this.end = end;
        this.edges = edges;
        long sum = 0;
        for (int i = 0; i < edges.length; i += 2) {
            sum += edges[i + 1] - edges[i];
        }
        this.openMillis = sum;
    }

    long epochDay() {
        return epochDay;
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(epochDay);
    }

    long start() {
        return start;
    }

    /** The start of the next day. */
    long end() {
        return end;
    }

    int rangeCount() {
        return edges.length / 2;
    }

    boolean isClosed() {
        return edges.length == 0;
    }

    long from(int range) {
        return edges[2 * range];
    }

    long until(int range) {
        return edges[2 * range + 1];
    }

    long opening() {
        return edges[0];
    }

    long closing() {
        return edges[edges.length - 1];
    }

    long openMillis() {
        return openMillis;
    }

    long openMillis(long after, long before) {
        long sum = 0;
        for (int i = 0; i < rangeCount(); i++) {
            sum += Math.max(0, Math.min(until(i), before) - Math.max(from(i), after));
        }
        return sum;
    }
}
