package io.orderjourney.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a background thread rests when a look found nothing to do: until business time reaches its next instant, until
 * somebody wakes it, or until the safety look, whichever comes first. So it asks its database when there is something to
 * ask for, not all the time.
 *
 * <p>One thread rests; any thread may wake it. A wake-up that comes before the rest ends the next rest at once.
 */
public final class TimerGate {

    /** A clock that people move can jump past the instant at any moment; looking at it costs nothing. */
    private static final long GLANCE_MILLIS = 5;

    /** Due already when nothing was found to do: somebody else is at work on it, and may fail. */
    private static final Duration OTHERS_AT_WORK = Duration.ofMillis(100);

    private final BusinessClock clock;
    private final Duration safetyLook;
    private boolean awake;

    /**
     * A gate for one thread.
     *
     * @param safetyLook the longest rest, in real time: wake-ups of other processes do not come here
     */
    public TimerGate(BusinessClock clock, Duration safetyLook) {
        this.clock = clock;
        this.safetyLook = safetyLook;
    }

    /** Ends the rest, or the next one. */
    public synchronized void wake() {
        awake = true;
        notifyAll();
    }

    /**
     * Rests after a look.
     *
     * @param lookedAt the business time of the look
     * @param nextAt the business time of the next work that is known; null when there is none
     * @return whether somebody woke it
     */
    public synchronized boolean rest(Instant lookedAt, @Nullable Instant nextAt) throws InterruptedException {
        boolean othersAtWork = nextAt != null && !nextAt.isAfter(lookedAt);
        Instant until = othersAtWork ? null : nextAt;
        long endNanos = System.nanoTime() + (othersAtWork ? OTHERS_AT_WORK : safetyLook).toNanos();
        while (!awake && (until == null || clock.instant().isBefore(until))) {
            long leftMillis = (endNanos - System.nanoTime() + 999_999) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(until == null ? leftMillis : Math.min(leftMillis, untilGlance(until)));
        }
        boolean woken = awake;
        awake = false;
        return woken;
    }

    private long untilGlance(Instant until) {
        if (clock instanceof SettableClock) {
            return GLANCE_MILLIS;
        }
        return Math.max(1, Duration.between(clock.instant(), until).toMillis());
    }
}
