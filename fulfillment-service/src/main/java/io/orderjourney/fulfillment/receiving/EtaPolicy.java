package io.orderjourney.fulfillment.receiving;

import java.time.Duration;
import java.time.Instant;

/** A partner's estimate lies within reason, or it is none: a typing mistake must not become a promise. */
public final class EtaPolicy {

    /** A supplier may admit that goods should have been there already, not that they were due last month. */
    public static final Duration BEHIND_MAX = Duration.ofDays(7);

    /** No supplier knows a delivery more than two years ahead. */
    public static final Duration AHEAD_MAX = Duration.ofDays(730);

    /** A correction is a matter of days or weeks. One by more than this is a year typed wrong, until somebody says it is meant. */
    public static final Duration JUMP_MAX = Duration.ofDays(180);

    private EtaPolicy() {}

    /** The time may be meant, and is asked back. */
    public static final class Doubtful extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Doubtful(Instant before, Instant etaAt) {
            super("An ETA that moves by more than " + JUMP_MAX.toDays() + " days, from " + before + " to " + etaAt
                    + ", is confirmed: look at the year");
        }
    }

    /** Whether the correction is so large that it is asked back before it is believed. */
    public static boolean isDoubtful(Instant before, Instant etaAt) {
        return Duration.between(before, etaAt).abs().compareTo(JUMP_MAX) > 0;
    }

    /**
     * @param meant somebody was asked, and means it
     * @throws Doubtful if it moves too far and nobody was asked
     */
    public static void requireMeant(Instant before, Instant etaAt, boolean meant) {
        if (!meant && isDoubtful(before, etaAt)) {
            throw new Doubtful(before, etaAt);
        }
    }

    /** The time cannot be meant. */
    public static final class Implausible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Implausible() {
            super("An ETA is at most " + BEHIND_MAX.toDays() + " days in the past and " + AHEAD_MAX.toDays()
                    + " days ahead");
        }
    }

    public static boolean isPlausible(Instant etaAt, Instant now) {
        return !etaAt.isBefore(now.minus(BEHIND_MAX)) && !etaAt.isAfter(now.plus(AHEAD_MAX));
    }

    /** @throws Implausible if the time cannot be meant */
    public static Instant plausible(Instant etaAt, Instant now) {
        if (!isPlausible(etaAt, now)) {
            throw new Implausible();
        }
        return etaAt;
    }
}
