package io.orderjourney.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How much more one contestant did than the other: the median of the ratios of each round, in which both ran one after the
 * other, and the interval in which 95 % of the medians of resampled rounds lie. Rates of a busy machine say little; what two
 * contestants did within the same minutes can be compared.
 */
public record Ratio(double median, double low, double high) {

    private static final int RESAMPLES = 2_000;

    /**
     * The ratio of each round.
     *
     * @param ours rates by round
     * @param theirs rates of the same rounds
     */
    public static Ratio of(List<Double> ours, List<Double> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException("As many rounds of one as of the other, and one at least");
        }
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = ours.get(round) / theirs.get(round);
        }
        // The same rounds give the same interval.
        Random random = new Random(2026);
        double[] medians = new double[RESAMPLES];
        double[] sample = new double[ratios.length];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = ratios[random.nextInt(ratios.length)];
            }
            medians[resample] = median(sample);
        }
        Arrays.sort(medians);
        return new Ratio(
                median(ratios), medians[(int) (RESAMPLES * 0.025)], medians[(int) Math.ceil(RESAMPLES * 0.975) - 1]);
    }

    /** The middle value; of an even number the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
