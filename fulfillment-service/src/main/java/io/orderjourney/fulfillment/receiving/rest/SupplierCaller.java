package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.PartnerSecrets;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A supplier's system is a principal of its own: the name of its token is the supplier's, which is the scope of all that it
 * reads and changes. What it changes is signed with its own secret as well: a token that leaked from a log changes no date.
 */
@Singleton
class SupplierCaller {

    private final PartnerSecrets secrets;
    private final Caller caller;
    private final HttpServerRequest request;
    private final ReceivedBody body;
    private final IdempotentRequests requests;

    SupplierCaller(
            @ConfigProperty(name = "journey.partners.supplier-secrets") Optional<String> secrets,
            Caller caller,
            HttpServerRequest request,
            ReceivedBody body,
            IdempotentRequests requests) {
        this.secrets = PartnerSecrets.parse("journey.partners.supplier-secrets", secrets);
        this.caller = caller;
        this.request = request;
        this.body = body;
        this.requests = requests;
    }

    /** Whose purchase orders there are for the caller. */
    SupplierScope scope() {
        return caller.has(Roles.PARTNER) ? SupplierScope.of(caller.name()) : SupplierScope.ALL;
    }

    /** As {@link #scope}; a supplier's request is accepted only if it is signed. */
    SupplierScope signedScope() {
        SupplierScope scope = scope();
        if (scope.supplier() != null) {
            secrets.of(scope.supplier()).verify(request, body.bytes());
        }
        return scope;
    }

    /**
     * Does what a signed request asks for, once, however often it is sent: a late repetition must not undo what the supplier
     * reported since. What the supplier was remembered by is its name, which no header of the request can change.
     */
    void once(Runnable change) throws Exception {
        String supplier = scope().supplier();
        if (supplier == null) {
            change.run();
            return;
        }
        String id = secrets.of(supplier).verify(request, body.bytes()).id();
        RequestKey key =
                RequestKey.of(supplier, "webhook " + id, request.method().name(), request.path(), body.bytes());
        requests.run(key, () -> {
            change.run();
            return new StoredResponse(204, Map.of(), new byte[0]);
        });
    }
}
