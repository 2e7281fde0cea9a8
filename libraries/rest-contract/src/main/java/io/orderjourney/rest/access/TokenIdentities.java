package io.orderjourney.rest.access;

import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows the configured tokens. There are no default ones: without configuration the service does not start. */
@Singleton
@Startup
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokens tokens;

    TokenIdentities(@ConfigProperty(name = "journey.access.tokens") Optional<String> configured) {
        this.tokens = AccessTokens.parse(configured.orElseThrow(() -> new IllegalStateException(
                "journey.access.tokens (JOURNEY_ACCESS_TOKENS) is not set: nobody could call this service")));
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        Optional<AccessTokens.Holder> holder = tokens.holder(request.getToken().getToken());
        return holder.map(known -> Uni.createFrom().item(identity(known)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static SecurityIdentity identity(AccessTokens.Holder holder) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.name()))
                .addRoles(holder.roles())
                .build();
    }
}
