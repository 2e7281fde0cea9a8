package io.orderjourney.notification.sources.usecase;

import io.orderjourney.messaging.consume.ConsumerLag;
import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.orderjourney.notification.sources.SourceAges;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.notification.sources.SourceReports;
import io.orderjourney.notification.sources.SourceReports.Reported;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Finds out, again and again, up to when the news of each service is complete here. */
@ApplicationScoped
public class CheckSources implements LoopOwner {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    /** What services had reported when the topics ended there. */
    private record Mark(List<Reported> reports, ConsumerLag.Ends ends, long readAt) {}

    private final SourceReports reports;
    private final ConsumerLag lag;
    private final SourceAges ages;
    private final Duration every;
    private final BackgroundLoop loop = new BackgroundLoop("source-check", this::round);
    private @Nullable Mark mark;

    /**
     * @param margin older news is too old to speak on; real time
     * @param every in real time
     */
    CheckSources(
            SourceReports reports,
            ConsumerLag lag,
            @ConfigProperty(name = "journey.sources.age-max", defaultValue = "PT2M") Duration margin,
            @ConfigProperty(name = "journey.sources.check-every", defaultValue = "PT5S") Duration every) {
        this.reports = reports;
        this.lag = lag;
        this.ages = new SourceAges(margin);
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        loop.stop(STOP_TIMEOUT);
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** Of which services enough is known to speak about their promises. Joins the running transaction. */
    public SourceFreshness now() {
        return ages.at(reports.all(), System.nanoTime());
    }

    private void round() throws InterruptedException {
        Mark before = mark;
        if (before != null && lag.isConsumed(before.ends())) {
            ages.complete(before.reports(), before.readAt());
            before = null;
        }
        if (before == null) {
            long readAt = System.nanoTime();
            List<Reported> known = QuarkusTransaction.requiringNew().call(reports::all);
            ages.begin(known);
            before = new Mark(known, lag.ends(), readAt);
        }
        mark = before;
        Thread.sleep(every.toMillis());
    }
}
