package io.orderjourney.notification.webhooks;

import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Decision;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Health;
import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import io.orderjourney.notification.webhooks.WebhookSender.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries that are due, for the one who sends them. */
public interface WebhookQueue {

    /** A delivery that this process may send until its lease ends, and how its receiver has done. */
    record Claimed(WebhookDelivery delivery, Request request, Health health) {}

    /**
     * The next deliveries of endpoints that are enabled, not paused and not among these, the oldest first, a few of each: one that is slow or
     * away holds up no other.
     *
     * @param endpointsMax of how many endpoints at most
     */
    List<Claimed> claim(Set<UUID> except, int endpointsMax, Instant now, Duration lease);

    /** It was claimed and not tried. */
    void release(WebhookDelivery delivery);

    /**
     * It was tried.
     *
     * @param health how the receiver does, with this attempt
     */
    void tried(WebhookDelivery delivery, Outcome outcome, Decision decision, Health health, Instant now);

    /** When the next delivery of an enabled endpoint is due. */
    @Nullable
    Instant nextAt();

    /** How many are due, counted up to a thousand. */
    long due(Instant now);
}
