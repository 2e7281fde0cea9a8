package io.orderjourney.messaging.loops;

import java.time.Duration;

/**
 * Shows whether a background loop is alive. The loop beats in each round, also when the round failed: a database or
 * broker that is away makes it slower, but only a hung call or a dead thread makes it silent.
 */
public final class Heartbeat {

    /** A loop that is silent for longer is stuck, and only a restart helps. Real time. */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private enum Phase {
        NOT_STARTED,
        RUNNING,
        ENDED
    }

    private final String loop;
    private volatile Phase phase = Phase.NOT_STARTED;
    private volatile Thread thread = Thread.currentThread();
    private volatile long beatAt = System.nanoTime();

    public Heartbeat(String loop) {
        this.loop = loop;
    }

    public String loop() {
        return loop;
    }

    /** Called by the loop's own thread when it begins. */
    public void started() {
        thread = Thread.currentThread();
        phase = Phase.RUNNING;
        beat();
    }

    /** Called in each round. */
    public void beat() {
        beatAt = System.nanoTime();
    }

    /** Called when the loop was stopped; one that just dies is stuck. */
    public void ended() {
        phase = Phase.ENDED;
    }

    public boolean isRunning() {
        return phase == Phase.RUNNING && thread.isAlive();
    }

    /** Whether the loop died without having been stopped, or has been silent for longer than this. */
    public boolean isStuck(Duration silenceMax) {
        return phase == Phase.RUNNING && (!thread.isAlive() || System.nanoTime() - beatAt > silenceMax.toNanos());
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
