package io.orderjourney.fulfillment.receiving;

import java.time.Duration;
import java.time.Instant;

/** A partner's word is a date within reason, or no date: a typing mistake must not become a promise. */
public final class EtaPolicy {

    /** A supplier may admit that goods should have been there already, not that they were due last month. */
    public static final Duration BEHIND_MAX = Duration.ofDays(7);

    /** Nobody knows a delivery two years ahead. */
    public static final Duration AHEAD_MAX = Duration.ofDays(730);

    private EtaPolicy() {}

    /** @throws EtaImplausible if the time lies outside of what a supplier can mean */
    public static Instant plausible(Instant etaAt, Instant now) {
        if (etaAt.isBefore(now.minus(BEHIND_MAX)) || etaAt.isAfter(now.plus(AHEAD_MAX))) {
            throw new EtaImplausible();
        }
        return etaAt;
    }
}
