package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void the_weights_that_made_the_examples_are_found_again() {
        LogisticRegression learned = new LogisticRegression(2);
        learned.fit(examples -> {
            Random random = new Random(3);
            for (int i = 0; i < 8_000; i++) {
                double x = random.nextGaussian();
                examples.take(new double[] {1, x}, random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * x)));
            }
        });
        assertThat(learned.chance(new double[] {1, 0})).isCloseTo(0.269, within(0.03));
        assertThat(learned.chance(new double[] {1, 1})).isCloseTo(0.731, within(0.03));
    }

    @Test
    void a_feature_seen_in_two_examples_makes_nobody_sure() {
        LogisticRegression learned = new LogisticRegression(2);
        learned.fit(examples -> {
            for (int i = 0; i < 100; i++) {
                examples.take(new double[] {1, 0}, i % 2 == 0);
            }
            examples.take(new double[] {1, 1}, true);
            examples.take(new double[] {1, 1}, true);
        });
        assertThat(learned.chance(new double[] {1, 1})).isBetween(0.5, 0.8);
    }
}
