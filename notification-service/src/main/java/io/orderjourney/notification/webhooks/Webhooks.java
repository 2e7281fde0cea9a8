package io.orderjourney.notification.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints, and the messages that wait for them or were sent. */
public interface Webhooks {

    /** Inside this service, after the commit: there is something to send. */
    record WebhooksQueued() {}

    void add(WebhookEndpoint endpoint, String secret);

    /** With the secret, which only its owner and the sender know. */
    void changeSecret(UUID endpointId, String secret, Instant oldGoodUntil);

    List<WebhookEndpoint> endpoints();

    Optional<WebhookEndpoint> endpoint(UUID id);

    /** With its deliveries. Returns whether there was one. */
    boolean remove(UUID id);

    /** Whether any endpoint is registered: most shops have none, and then no event costs anything. */
    boolean hasEndpoints();

    /** Queues messages for the endpoints that want them, or for this one alone. A message is queued once for each. */
    void queue(Collection<WebhookMessage> messages, @Nullable UUID onlyFor, Instant now);

    /** Nothing is sent any more. Returns whether it was enabled until now. */
    boolean disable(UUID endpointId, String why, Instant now);

    /** What has waited is sent now. */
    void enable(UUID endpointId, Instant now);

    /** Sends again, at most this many, the oldest first. Returns how many. */
    int sendAgain(UUID endpointId, WebhookDelivery.Filter which, int atMost, Instant now);

    /** The newest first. @param before the message that stands behind them; absent for the beginning */
    List<WebhookDelivery> deliveries(UUID endpointId, WebhookDelivery.Filter which, @Nullable UUID before, int atMost);

    /** Forgets some messages that were made before, with their deliveries. Returns how many. */
    int forgetBefore(Instant time, int atMost);
}
