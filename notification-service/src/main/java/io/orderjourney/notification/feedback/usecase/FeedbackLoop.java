package io.orderjourney.notification.feedback.usecase;

import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.TimerGate;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The thread that asks customers when their day has come. Nothing in it is urgent. */
@ApplicationScoped
public class FeedbackLoop implements PendingWork, LoopOwner {

    private static final Duration SAFETY_POLL = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final AskForFeedback ask;
    private final Feedback.Answers answers;
    private final BusinessClock clock;
    private final TimerGate gate;
    private final BackgroundLoop thread = new BackgroundLoop("feedback", this::round);

    FeedbackLoop(AskForFeedback ask, Feedback.Answers answers, BusinessClock clock) {
        this.ask = ask;
        this.answers = answers;
        this.clock = clock;
        this.gate = new TimerGate(clock, SAFETY_POLL);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void planned(@Observes(during = TransactionPhase.AFTER_SUCCESS) AskForFeedback.Planned ignored) {
        gate.wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.stop(STOP_TIMEOUT);
    }

    @Override
    public long due(Instant now) {
        return answers.due(now);
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return answers.nextAt();
    }

    @Override
    public BackgroundLoop loop() {
        return thread;
    }

    private void round() throws InterruptedException {
        Instant now = clock.instant();
        if (ask.askNext() == 0) {
            gate.rest(now, answers.nextAt());
        }
    }
}
