package io.orderjourney.notification.indicators.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.RescheduledDate;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long before the old date a delay notice was delivered: the minutes of notice that customers get. */
@Singleton
class NoticeLead {

    private final Timer lead;
    private final Counter late;
    private final MeterRegistry registry;

    NoticeLead(MeterRegistry registry) {
        this.registry = registry;
        this.lead = Timer.builder("journey.notice.lead")
                .description("From the delivery of a delay notice to the date that it replaces")
                .serviceLevelObjectives(
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Duration.ofHours(24),
                        Duration.ofHours(72))
                .register(registry);
        this.late = Counter.builder("journey.notice.late")
                .description("Delay notices that were delivered after the date that they replace")
                .register(registry);
    }

    /** An alert compares with what was before the first miss, so the counter is there before it. */
    void start(@Observes StartupEvent started) {
        registry.counter("journey.events.recorded", "type", EventTypes.PROMISE_MISSED.wireName());
    }

    void warned(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerWarned fact) {
        for (RescheduledDate date : fact.rescheduled()) {
            Duration before = Duration.between(fact.handedOverAt(), date.previousDueAt());
            if (before.isNegative()) {
                late.increment();
            } else {
                lead.record(before);
            }
        }
    }
}
