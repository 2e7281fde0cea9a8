package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.session.LoginProof;
import io.orderjourney.console.session.Sessions;
import io.orderjourney.rest.oidc.OidcProvider;
import io.orderjourney.rest.oidc.OidcProvider.NotVouchedFor;
import io.orderjourney.rest.oidc.StaffLogin;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a person changes about their own session: its language, and its end. */
@Path("/desk")
public class SessionConsole {

    private static final Logger LOG = Logger.getLogger(SessionConsole.class);

    private final Sessions sessions;
    private final StaffLogin login;
    private final LoginProof proof;
    private final Template goOn;

    SessionConsole(
            Sessions sessions, StaffLogin login, LoginProof proof, @Location("console/go-on.html") Template goOn) {
        this.sessions = sessions;
        this.login = login;
        this.proof = proof;
        this.goOn = goOn;
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(hidden = true)
    public Response end(@CookieParam(LoginProof.COOKIE) @Nullable String shown) {
        // Without the proof it was no login with the provider, or another site's page that wants to log people out.
        Response.ResponseBuilder left = (shown == null || shown.isEmpty() ? Optional.<URI>empty() : atProvider(shown))
                .map(address -> Pages.builder(goOn.data("to", address)))
                .orElseGet(() -> Response.seeOther(URI.create("/desk/login")));
        return left.cookie(sessions.ended(), proof.ended()).build();
    }

    /**
     * Where the provider ends the login. The answer is a page that goes there by itself: a form of ours may not be redirected
     * to another site.
     */
    private Optional<URI> atProvider(String shown) {
        Optional<OidcProvider> provider = login.provider();
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            return provider.get().logout(LoginProof.idToken(shown));
        } catch (NotVouchedFor away) {
            LOG.warnf("The login at the OpenID Connect provider could not be ended: %s", away.getMessage());
            return Optional.empty();
        }
    }

    @POST
    @Path("/language")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response language(@FormParam("language") @Nullable String language, @FormParam("to") @Nullable String to) {
        String known = ConsoleTexts.LANGUAGES.contains(language) ? language : ConsoleTexts.LANGUAGES.get(0);
        return Response.seeOther(URI.create(LoginConsole.target(to)))
                .cookie(new NewCookie.Builder(Viewers.LANGUAGE_COOKIE)
                        .value(known)
                        .path("/desk/")
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.STRICT)
                        .maxAge(365 * 24 * 3600)
                        .build())
                .build();
    }
}
