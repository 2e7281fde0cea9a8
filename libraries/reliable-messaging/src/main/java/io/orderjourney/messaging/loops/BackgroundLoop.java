package io.orderjourney.messaging.loops;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A thread that goes round until the service stops, with a pulse for the watchdog. A round that fails is told to the log and
 * tried again after a rest; only an error that no round can outlive ends the thread, and then the pulse shows it.
 */
public final class BackgroundLoop {

    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    /** One time round; it rests by itself when there was nothing to do. */
    @FunctionalInterface
    public interface Round {

        void go() throws InterruptedException;
    }

    private final Round round;
    private final Thread thread;
    private final Heartbeat heartbeat;
    private volatile boolean stopping;

    /** @param name of the thread and of its pulse, e.g. {@code promise-watch} */
    public BackgroundLoop(String name, Round round) {
        this.round = round;
        this.heartbeat = new Heartbeat(name);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Interrupts the round and returns when the thread has ended, or after this time. */
    public void stop(Duration patience) {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the liveness check. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    private void run() {
        heartbeat.started();
        try {
            while (!stopping) {
                heartbeat.beat();
                goRound();
            }
            heartbeat.ended();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            heartbeat.ended();
        }
    }

    private void goRound() throws InterruptedException {
        try {
            round.go();
        } catch (RuntimeException failed) {
            if (!stopping) {
                LOG.errorf(failed, "A round of %s failed and is tried again", thread.getName());
            }
            Thread.sleep(REST_AFTER_FAILURE.toMillis());
        }
    }
}
