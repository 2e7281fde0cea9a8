package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.WebhookSignature;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A supplier's request is signed as well as authorised: a token that leaked from a log changes no date. Without the secret
 * the service does not start.
 */
@Singleton
class SupplierSignature {

    private final WebhookSignature signature;
    private final Caller caller;
    private final ReceivedBody body;

    private final IdempotentRequests requests;

    SupplierSignature(
            @ConfigProperty(name = "journey.partners.supplier.webhook-secret") String secret,
            Caller caller,
            ReceivedBody body,
            IdempotentRequests requests) {
        this.signature = WebhookSignature.of(secret);
        this.caller = caller;
        this.body = body;
        this.requests = requests;
    }

    /** Accepts a partner's request only if it is signed, and staff's in any case. */
    void require(HttpHeaders headers) {
        if (caller.has(Roles.PARTNER)) {
            signature.verify(headers, body.bytes());
        }
    }

    /**
     * As {@link #require}, and applies a partner's request once, however often it is sent: a late repetition must not undo
     * what the partner reported since.
     *
     * @param path what the request is about
     */
    void once(HttpHeaders headers, String path, Runnable change) throws Exception {
        if (!caller.has(Roles.PARTNER)) {
            change.run();
            return;
        }
        String id = signature.verify(headers, body.bytes()).id();
        requests.run(RequestKey.of(caller.actor(), "webhook " + id, HttpMethod.PUT, path, body.bytes()), () -> {
            change.run();
            return new StoredResponse(204, Map.of(), new byte[0]);
        });
    }
}
