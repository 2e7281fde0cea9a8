package io.orderjourney.rest.oidc;

import io.orderjourney.rest.access.StaffMember;
import io.orderjourney.rest.oidc.OidcProvider.NotVouchedFor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The provider that this installation is connected to, if it is to any. */
@Singleton
public class StaffLogin {

    private static final String SETTINGS = "journey.oidc.";

    private final Optional<OidcProvider> provider;
    private final StaffClaims claims;
    private final Duration sessionLength;

    /** @throws IllegalStateException if the provider is named and something that it needs is not */
    StaffLogin(
            Config config,
            @ConfigProperty(name = "journey.oidc.session-length", defaultValue = "PT4H") Duration sessionLength) {
        this.provider = text(config, "issuer").map(issuer -> new OidcProvider(client(config, issuer)));
        this.claims = new StaffClaims(
                text(config, "user-claim").orElse("preferred_username"),
                text(config, "roles-claim").orElse("groups"),
                StaffClaims.mapping(text(config, "roles")),
                text(config, "pickup-point-claim").orElse("pickup_point"));
        this.sessionLength = sessionLength;
    }

    /** Empty where there is none, as in a local stack. */
    public Optional<OidcProvider> provider() {
        return provider;
    }

    /** After this time the provider is asked again, so that somebody who left does not stay logged in. */
    public Duration sessionLength() {
        return sessionLength;
    }

    /** @throws NotVouchedFor if the claims name nobody */
    public StaffMember staffMember(Map<String, Object> said) throws NotVouchedFor {
        return claims.staffMember(said).orElseThrow(() -> new NotVouchedFor("The token names nobody", null));
    }

    /** @throws NotVouchedFor if the token is not good here, or if there is no provider */
    public StaffMember bearer(String token) throws NotVouchedFor {
        return staffMember(provider.orElseThrow(() -> new NotVouchedFor("There is no provider", null))
                .accessToken(token));
    }

    private static OidcProvider.Client client(Config config, String issuer) {
        String clientId = required(config, "client-id");
        return new OidcProvider.Client(
                issuer,
                clientId,
                text(config, "client-secret").orElse(null),
                text(config, "audience").orElse(clientId),
                URI.create(required(config, "redirect-url")),
                text(config, "after-logout-url").map(URI::create).orElse(null),
                text(config, "scope").orElse("openid profile"));
    }

    private static String required(Config config, String name) {
        return text(config, name).orElseThrow(() -> new IllegalStateException(SETTINGS + name + " is not set"));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(SETTINGS + name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
