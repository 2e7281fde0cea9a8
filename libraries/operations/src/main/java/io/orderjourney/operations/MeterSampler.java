package io.orderjourney.operations;

import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.messaging.loops.LoopOwner;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Asks for the figures that cost a question, every few seconds. A scrape reads what is kept, however often it comes. */
@Singleton
public class MeterSampler implements LoopOwner {

    private static final Logger LOG = Logger.getLogger(MeterSampler.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final List<SampledFigures> figures;
    private final Duration every;
    private final Set<SampledFigures> unknown = new HashSet<>();
    private final BackgroundLoop loop = new BackgroundLoop("meter-sampler", this::round);

    MeterSampler(
            @All List<SampledFigures> figures,
            @ConfigProperty(name = "journey.meters.every", defaultValue = "10s") Duration every) {
        this.figures = figures;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        loop.stop(STOP_TIMEOUT);
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private void round() throws InterruptedException {
        for (SampledFigures some : figures) {
            loop.heartbeat().beat();
            sample(some);
        }
        Thread.sleep(every.toMillis());
    }

    /** A broker that is away must not hide what the database says. Logged once, not with every round. */
    private void sample(SampledFigures some) {
        try {
            some.sample();
            unknown.remove(some);
        } catch (RuntimeException failed) {
            some.forget();
            if (unknown.add(some)) {
                LOG.warnf(
                        "%s are unknown until they can be asked for again: %s",
                        some.getClass().getSimpleName(), failed);
            }
        }
    }
}
