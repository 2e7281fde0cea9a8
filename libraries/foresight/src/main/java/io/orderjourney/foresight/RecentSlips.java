package io.orderjourney.foresight;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A figure of each of the last slips, and where a new one stands among them. */
final class RecentSlips {

    /** Enough for the limit to be calm, few enough to follow a season. */
    private static final int KEPT_MAX = 200;

    private static final int KEPT_MIN = 10;

    private final Deque<Double> figures = new ArrayDeque<>();
    private final double atFirst;
    private double @Nullable [] sorted;

    /** @param atFirst the limit while there are too few slips to learn one */
    RecentSlips(double atFirst) {
        this.atFirst = atFirst;
    }

    void add(double figure) {
        sorted = null;
        figures.addLast(figure);
        if (figures.size() > KEPT_MAX) {
            figures.removeFirst();
        }
    }

    /** The limit that this share of the last slips reached. */
    double reachedBy(double share) {
        if (figures.size() < KEPT_MIN) {
            return atFirst;
        }
        double[] ascending = sorted;
        if (ascending == null) {
            ascending =
                    figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            sorted = ascending;
        }
        int below = (int) Math.floor((1 - share) * ascending.length);
        return below >= ascending.length ? Double.POSITIVE_INFINITY : ascending[below];
    }
}
