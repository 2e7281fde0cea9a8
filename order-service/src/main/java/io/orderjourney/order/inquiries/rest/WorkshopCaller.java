package io.orderjourney.order.inquiries.rest;

import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.webhook.PartnerSecrets;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A workshop's system is a principal of its own: the name of its token is the workshop's, which is the scope of all that it
 * reads and changes. What it reports is signed with its own secret as well.
 */
@Singleton
class WorkshopCaller {

    private static final String SETTING = "journey.partners.workshop-secrets";

    private final PartnerSecrets secrets;
    private final Caller caller;
    private final HttpServerRequest request;
    private final ReceivedBody body;

    WorkshopCaller(
            @ConfigProperty(name = SETTING) Optional<String> secrets,
            Caller caller,
            HttpServerRequest request,
            ReceivedBody body) {
        this.secrets = PartnerSecrets.parse(SETTING, secrets);
        this.caller = caller;
        this.request = request;
        this.body = body;
    }

    /** Whose repairs the caller reaches; null for the shop's own people, who reach all of them. */
    @Nullable
    String scope() {
        return caller.has(Roles.PARTNER) ? caller.name() : null;
    }

    /** As {@link #scope}; a workshop's request is accepted only if it is signed. */
    @Nullable
    String signedScope() {
        String workshop = scope();
        if (workshop != null) {
            secrets.of(workshop).verify(request, body.bytes());
        }
        return workshop;
    }
}
