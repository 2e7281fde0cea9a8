package io.orderjourney.notification.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Journeys at random, on a simulated clock, through the rules of the watch: what must always be true is checked after every step.
 * {@code -Drandom.journeys=100000} lives through more of them, {@code -Drandom.seed=4711} through others, and one journey is
 * repeated with its own seed and {@code -Drandom.journeys=1}.
 */
class RandomJourneysTest {

    private static final int JOURNEYS = Integer.getInteger("random.journeys", 300);
    private static final long SEED = Long.getLong("random.seed", 1);

    @Test
    void what_must_always_be_true_is_true_in_every_random_journey() {
        int steps = 0;
        int apologies = 0;
        int missed = 0;
        for (long seed = SEED; seed < SEED + JOURNEYS; seed++) {
            WatchedJourney lived;
            try {
                lived = new RandomJourney(seed).live();
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("Repeat with -Drandom.journeys=1 -Drandom.seed=" + seed, broken);
            }
            steps += lived.steps();
            apologies += lived.apologies();
            missed += lived.missed();
        }
        System.out.printf(
                "%d random journeys from seed %d: %d steps, %d apologies, %d missed without notice%n",
                JOURNEYS, SEED, steps, apologies, missed);

        assertThat(steps).as("the journeys were lived").isGreaterThan(5 * JOURNEYS);
    }
}
