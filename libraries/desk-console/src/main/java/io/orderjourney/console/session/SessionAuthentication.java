package io.orderjourney.console.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * A person's session cookie, on the desks' pages only: programs use tokens. A change is believed only with htmx's own
 * header, which no page of another site can send along (it would need a preflight request, which nothing here answers).
 */
@Singleton
class SessionAuthentication implements HttpAuthenticationMechanism {

    static final String PATH = "/desk/";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Sessions sessions;

    SessionAuthentication(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Cookie cookie = request.request().getCookie(Sessions.COOKIE);
        if (cookie == null || !request.normalizedPath().startsWith(PATH)) {
            return Uni.createFrom().nullItem();
        }
        boolean changes = !READING.contains(request.request().method());
        if (changes && request.request().getHeader("HX-Request") == null) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("A change without the page's own header"));
        }
        return sessions.read(cookie.getValue())
                .map(session -> Uni.createFrom().item(identity(session)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static SecurityIdentity identity(Session session) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.user()))
                .addRoles(session.roles())
                .addAttribute(Sessions.ATTRIBUTE, session)
                .build();
    }

    /** None of its own: a page leads to the login by itself, see {@code DeskConsole}. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    /** Before the bearer tokens: a browser's page carries no token. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
