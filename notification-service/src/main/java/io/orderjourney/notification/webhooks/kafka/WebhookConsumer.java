package io.orderjourney.notification.webhooks.kafka;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.webhooks.WebhookEndpoint;
import io.orderjourney.notification.webhooks.WebhookMessage;
import io.orderjourney.notification.webhooks.Webhooks;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Queues what endpoints want to hear, a batch of events in one statement. */
@Singleton
class WebhookConsumer implements EventConsumer {

    private final Webhooks webhooks;
    private final BusinessClock clock;

    WebhookConsumer(Webhooks webhooks, BusinessClock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * What is sent: the event as its schema describes it, in the frame that Standard Webhooks advise.
     *
     * @param sequence counts per journey and source: webhooks may arrive in another order than things happened
     */
    record Payload(String type, Instant timestamp, UUID journeyId, String source, long sequence, Object data) {}

    @Override
    public Set<EventType<?>> types() {
        return WebhookEndpoint.TYPES;
    }

    @Override
    public void apply(List<ReceivedEvent<?>> freshEvents) {
        List<ReceivedEvent<?>> wanted = freshEvents.stream()
                .filter(event -> types().contains(event.type()))
                .toList();
        if (!wanted.isEmpty() && webhooks.hasEndpoints()) {
            Instant now = clock.instant();
            webhooks.queue(wanted.stream().map(event -> message(event, now)).toList(), null, now);
        }
    }

    private static WebhookMessage message(ReceivedEvent<?> event, Instant now) {
        Payload payload = new Payload(
                event.type().wireName(),
                event.time(),
                event.journeyId(),
                event.source(),
                event.sequence(),
                event.data());
        return new WebhookMessage(
                event.id(),
                event.type().wireName(),
                event.journeyId(),
                new String(ContractJson.write(payload), StandardCharsets.UTF_8),
                now);
    }
}
