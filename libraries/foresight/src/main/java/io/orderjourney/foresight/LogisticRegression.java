package io.orderjourney.foresight;

import java.util.Arrays;

/**
 * The chance of a yes, learned from examples: logistic regression by Newton's method. A ridge keeps what was seen seldom near
 * "no effect", so a few examples cannot make it sure. The same examples always give the same weights.
 */
final class LogisticRegression {

    private static final double RIDGE = 1;
    private static final int STEPS_MAX = 25;
    private static final double SETTLED = 1e-3;
    /** A Newton step beyond this overshoots: it is cut. */
    private static final double STEP_MAX = 4;

    private final double[] weights;

    /** @param size numbers in an example; the first is the constant 1 */
    LogisticRegression(int size) {
        weights = new double[size];
    }

    /** Goes through all examples, the same ones in the same order at each call. */
    interface Examples {
        void forEach(Example example);
    }

    /** Takes one example. The array is only lent: the next example reuses it. */
    interface Example {
        void take(double[] features, boolean yes);
    }

    double chance(double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Begins where the last fit ended, so that a few more examples take a few steps only. */
    void fit(Examples examples) {
        for (int step = 0; step < STEPS_MAX; step++) {
            if (improve(examples) < SETTLED) {
                return;
            }
        }
    }

    private double improve(Examples examples) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        int[] filled = new int[size];
        examples.forEach((features, yes) -> {
            // Most features of an example are 0 and add nothing: only pairs of the others count.
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (features[i] != 0) {
                    filled[count++] = i;
                }
            }
            double chance = chance(features);
            double miss = (yes ? 1 : 0) - chance;
            double weight = chance * (1 - chance);
            for (int a = 0; a < count; a++) {
                int i = filled[a];
                gradient[i] += features[i] * miss;
                double weighted = features[i] * weight;
                for (int b = 0; b <= a; b++) {
                    curvature[i][filled[b]] += weighted * features[filled[b]];
                }
            }
        });
        for (int i = 0; i < size; i++) {
            // The constant is how often it happens at all: it is learned freely.
            gradient[i] -= i == 0 ? 0 : RIDGE * weights[i];
            curvature[i][i] += RIDGE;
        }
        double[] change = solve(curvature, gradient);
        double largest = Arrays.stream(change).map(Math::abs).max().orElse(0);
        double share = largest > STEP_MAX ? STEP_MAX / largest : 1;
        for (int i = 0; i < size; i++) {
            weights[i] += share * change[i];
        }
        return largest;
    }

    /** Solves a symmetric positive system, of which the lower half is given, by Cholesky's decomposition in place. */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        double[] result = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                result[i] -= lower[i][k] * result[k];
            }
            result[i] /= lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                result[i] -= lower[k][i] * result[k];
            }
            result[i] /= lower[i][i];
        }
        return result;
    }
}
