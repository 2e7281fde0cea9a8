package io.orderjourney.testservers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connects a service under test to an OpenID Connect provider of its own. */
public final class OpenIdProviderServer implements QuarkusTestResourceLifecycleManager {

    private @Nullable OpenIdProvider provider;

    @Override
    public Map<String, String> start() {
        OpenIdProvider started = OpenIdProvider.start();
        provider = started;
        return Map.of(
                "journey.oidc.issuer",
                started.issuer(),
                "journey.oidc.client-id",
                OpenIdProvider.CLIENT_ID,
                "journey.oidc.client-secret",
                OpenIdProvider.CLIENT_SECRET,
                "journey.oidc.redirect-url",
                "http://desks.test/desk/login/callback",
                "journey.oidc.after-logout-url",
                OpenIdProvider.AFTER_LOGOUT);
    }

    /** Gives the provider to the test. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(Objects.requireNonNull(provider), new TestInjector.MatchesType(OpenIdProvider.class));
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
    }
}
