package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A courier's report is signed with the courier's own secret: what another partner signs moves no parcel. Without the secret
 * the service does not start.
 */
@Singleton
class CourierSignature {

    private final WebhookSignature signature;
    private final HttpServerRequest request;
    private final ReceivedBody body;

    CourierSignature(
            @ConfigProperty(name = "journey.partners.courier.webhook-secret") String secret,
            HttpServerRequest request,
            ReceivedBody body) {
        this.signature = WebhookSignature.of(secret);
        this.request = request;
        this.body = body;
    }

    /** Accepts a request only if the courier signed it, its address too. */
    void require() {
        signature.verify(request, body.bytes());
    }
}
