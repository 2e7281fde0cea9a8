package io.orderjourney.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How long each of some requests took. */
final class Latencies {

    private final double[] millis;

    Latencies(double[] millis) {
        this.millis = millis.clone();
        Arrays.sort(this.millis);
    }

    /** The value that this share of them did not exceed; 0.5 is the median. */
    double quantile(double share) {
        return millis[Math.min(millis.length - 1, (int) Math.ceil(share * millis.length) - 1)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, max %.0f ms (%d)",
                quantile(0.5),
                quantile(0.99),
                quantile(1),
                millis.length);
    }
}
