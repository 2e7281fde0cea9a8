package io.orderjourney.notification.notices.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Records the outcomes of attempts: those that come in while the last ones are written are written together. */
@ApplicationScoped
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final RecordDelivery record;
    private final Queue<Attempt> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    Outcomes(RecordDelivery record) {
        this.record = record;
    }

    /** Writes this outcome, or leaves it to the thread that is writing. */
    void add(Attempt ended) {
        waiting.add(ended);
        while (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                write(taken());
            } finally {
                writing.set(false);
            }
        }
    }

    private List<Attempt> taken() {
        List<Attempt> taken = new ArrayList<>();
        for (Attempt next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void write(List<Attempt> ended) {
        try {
            record.ended(ended);
        } catch (RuntimeException batch) {
            LOG.warnf("Recording %d outcomes failed; recording each alone: %s", ended.size(), batch);
            ended.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Attempt ended) {
        try {
            record.ended(List.of(ended));
        } catch (RuntimeException failed) {
            // It stays ATTEMPT_STARTED until its lease ends, and is UNKNOWN then.
            LOG.errorf(
                    failed,
                    "Could not record the outcome of message %s",
                    ended.delivery().noticeId());
        }
    }
}
