package io.orderjourney.journeytests.load;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Chance that does not depend on who was first: the same seed, person and matter always give the same outcome.
 *
 * @param trouble how much more often things go wrong than in an ordinary shop; 1 for an ordinary one
 */
record TrafficProfile(long seed, double trouble) {

    /** Whether this trouble happens to this one; it happens to {@code share} of all in an ordinary shop. */
    boolean happens(String who, String what, double share) {
        return random(who, what).nextDouble() < share * trouble;
    }

    /** A duration between the two, in whole seconds. */
    Duration between(String who, String what, Duration shortest, Duration longest) {
        return Duration.ofSeconds(random(who, what).nextLong(shortest.toSeconds(), longest.toSeconds() + 1));
    }

    SplittableRandom random(String who, String what) {
        long mixed = seed * 0x9E37_79B9_7F4A_7C15L + who.hashCode() * 0x5851_F42D_4C95_7F2DL + what.hashCode();
        return new SplittableRandom(new SplittableRandom(mixed).nextLong());
    }
}
