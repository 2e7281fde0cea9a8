package io.orderjourney.notification.webhooks.usecase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookQueue;
import io.orderjourney.notification.webhooks.WebhookQueue.Claimed;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy;
import io.orderjourney.notification.webhooks.WebhookSender;
import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Sends what is due to one endpoint after another. No receiver is asked inside a transaction. */
@Singleton
class DeliverWebhooks {

    /** Longer than all messages of one claim may take. Real time, because it limits the work of a process. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final WebhookQueue queue;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final BiConsumer<WebhookDelivery, String> disable;
    private final Counter delivered;
    private final Counter failed;

    @Inject
    DeliverWebhooks(
            WebhookQueue queue,
            WebhookSender sender,
            BusinessClock clock,
            WebhookEndpointHandler endpoints,
            MeterRegistry registry) {
        this(queue, sender, clock, endpoints::disable, registry);
    }

    DeliverWebhooks(
            WebhookQueue queue,
            WebhookSender sender,
            InstantSource clock,
            BiConsumer<WebhookDelivery, String> disable,
            MeterRegistry registry) {
        this.queue = queue;
        this.sender = sender;
        this.clock = clock;
        this.disable = disable;
        this.delivered = registry.counter("journey.webhooks.delivered");
        this.failed = registry.counter("journey.webhooks.failed");
    }

    /** What is due now, by endpoint; each list must be given to {@link #send} before the lease ends. */
    Map<UUID, List<Claimed>> claim(Set<UUID> busy, int endpointsMax) {
        return queue.claim(busy, endpointsMax, clock.instant(), LEASE).stream()
                .collect(Collectors.groupingBy(
                        claimed -> claimed.delivery().endpointId(), LinkedHashMap::new, Collectors.toList()));
    }

    /** To one endpoint, one after another. After a failure the rest waits: a receiver that is away is not asked for each. */
    void send(List<Claimed> ofOneEndpoint) {
        boolean answers = true;
        for (Claimed claimed : ofOneEndpoint) {
            if (answers) {
                answers = send(claimed);
            } else {
                queue.release(claimed.delivery());
            }
        }
    }

    private boolean send(Claimed claimed) {
        WebhookDelivery delivery = claimed.delivery();
        Outcome outcome = sender.send(claimed.request());
        Instant now = clock.instant();
        WebhookRetryPolicy.Health health = claimed.health().after(outcome, now);
        WebhookRetryPolicy.Decision decision =
                WebhookRetryPolicy.decide(outcome, delivery.attempts() + 1, delivery.message(), health, now);
        queue.tried(delivery, outcome, decision, health, now);
        String why = decision.disable();
        if (why != null) {
            disable.accept(delivery, why);
        }
        (outcome.taken() ? delivered : failed).increment();
        return outcome.taken();
    }
}
