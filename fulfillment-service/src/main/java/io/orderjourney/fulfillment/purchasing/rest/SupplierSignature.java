package io.orderjourney.fulfillment.purchasing.rest;

import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.WebhookSignature;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A supplier's news is signed as well as authorised, where a secret was agreed with him: a token that leaked from a log
 * moves no date.
 */
@Singleton
class SupplierSignature {

    private final Optional<WebhookSignature> signature;
    private final Caller caller;
    private final ReceivedBody body;

    SupplierSignature(
            @ConfigProperty(name = "journey.partners.supplier.webhook-secret") Optional<String> secret,
            Caller caller,
            ReceivedBody body) {
        this.signature = secret.map(WebhookSignature::of);
        this.caller = caller;
        this.body = body;
    }

    /** Lets a partner's call pass only if it is signed, and staff's in any case. */
    void require(HttpHeaders headers) {
        if (caller.has(Roles.PARTNER)) {
            signature.ifPresent(agreed -> agreed.verify(headers, body.bytes()));
        }
    }
}
