package io.orderjourney.rest.oidc;

import io.orderjourney.rest.access.StaffMember;
import io.orderjourney.rest.oidc.OidcProvider.NotVouchedFor;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** People who call the API with an access token of the provider. For any other token another provider of identities answers. */
@Singleton
class StaffIdentities implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Logger LOG = Logger.getLogger(StaffIdentities.class);

    /** A signed token has three parts; nothing else is worth a question to the provider. */
    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final StaffLogin login;

    StaffIdentities(StaffLogin login) {
        this.login = login;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        if (login.provider().isEmpty() || !SIGNED.matcher(token).matches()) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() -> identity(token));
    }

    private @Nullable SecurityIdentity identity(String token) {
        try {
            StaffMember person = login.bearer(token);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(person.principal()))
                    .addRoles(person.roles())
                    .addAttribute(StaffMember.ATTRIBUTE, person)
                    .build();
        } catch (NotVouchedFor refused) {
            LOG.debugf("An access token is refused: %s", refused.getMessage());
            return null;
        }
    }
}
