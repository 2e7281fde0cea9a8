package io.orderjourney.fulfillment.purchasing.rest;

import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.WebhookSignature;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A supplier's news is signed as well as authorised: a token that leaked from a log moves no date. Without the secret the
 * service does not start.
 */
@Singleton
class SupplierSignature {

    private final WebhookSignature signature;
    private final Caller caller;
    private final ReceivedBody body;

    SupplierSignature(
            @ConfigProperty(name = "journey.partners.supplier.webhook-secret") String secret,
            Caller caller,
            ReceivedBody body) {
        this.signature = WebhookSignature.of(secret);
        this.caller = caller;
        this.body = body;
    }

    /** Lets a partner's call pass only if it is signed, and staff's in any case. */
    void require(HttpHeaders headers) {
        if (caller.has(Roles.PARTNER)) {
            signature.verify(headers, body.bytes());
        }
    }
}
