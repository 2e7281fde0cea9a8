package io.orderjourney.console.rest;

import io.orderjourney.console.session.LoginAttempt;
import io.orderjourney.console.session.LoginAttempts;
import io.orderjourney.console.session.LoginProof;
import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.Sessions;
import io.orderjourney.rest.access.StaffMember;
import io.orderjourney.rest.oidc.OidcProvider;
import io.orderjourney.rest.oidc.OidcProvider.NotVouchedFor;
import io.orderjourney.rest.oidc.StaffLogin;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The way to the shop's OpenID Connect provider and back: the code flow, with PKCE, a state and a nonce. */
@Path("/desk/login")
@Produces(MediaType.TEXT_HTML)
public class ProviderLoginConsole {

    private static final Logger LOG = Logger.getLogger(ProviderLoginConsole.class);

    private final StaffLogin login;
    private final LoginAttempts attempts;
    private final Sessions sessions;
    private final LoginProof proof;
    private final LoginConsole failure;
    private final Template goOn;

    ProviderLoginConsole(
            StaffLogin login,
            LoginAttempts attempts,
            Sessions sessions,
            LoginProof proof,
            LoginConsole failure,
            @Location("console/go-on.html") Template goOn) {
        this.login = login;
        this.attempts = attempts;
        this.sessions = sessions;
        this.proof = proof;
        this.failure = failure;
        this.goOn = goOn;
    }

    @GET
    @Path("/start")
    @PermitAll
    @Operation(hidden = true)
    public Response start(@QueryParam("to") @Nullable String to) {
        LoginAttempt attempt = attempts.begin(LoginConsole.target(to));
        try {
            URI address = provider().authorization(attempt.state(), attempt.nonce(), attempt.challenge());
            return Response.seeOther(address).cookie(attempts.cookie(attempt)).build();
        } catch (NotVouchedFor away) {
            return failed("login.failed", attempt.target(), away);
        }
    }

    /**
     * The answer is a page that goes on by itself and not a redirect: a browser that was sent here by the provider's site does
     * not show the strict session cookie before a page of ours has asked for the next one.
     */
    @GET
    @Path("/callback")
    @PermitAll
    @Operation(hidden = true)
    public Response callback(
            @QueryParam("code") @Nullable String code,
            @QueryParam("state") @Nullable String state,
            @QueryParam("iss") @Nullable String issuer,
            @CookieParam(LoginAttempts.COOKIE) @Nullable String cookie) {
        OidcProvider provider = provider();
        Optional<LoginAttempt> answered = attempts.answered(cookie, state);
        if (answered.isEmpty() || code == null || provider.isAnotherIssuer(issuer)) {
            return failed("login.failed", answered.map(LoginAttempt::target).orElse(null), null);
        }
        LoginAttempt attempt = answered.get();
        try {
            OidcProvider.Login loggedIn = provider.exchange(code, attempt.nonce(), attempt.verifier());
            StaffMember person = login.staffMember(loggedIn.claims());
            if (person.roles().isEmpty()) {
                return failed("login.no-desk", attempt.target(), null);
            }
            Session session = Session.of(person, sessions.end(login.sessionLength()));
            return Pages.builder(goOn.data("to", attempt.target()))
                    .cookie(
                            sessions.begin(session),
                            proof.kept(loggedIn.idToken(), login.sessionLength()),
                            attempts.ended())
                    .build();
        } catch (NotVouchedFor refused) {
            return failed("login.failed", attempt.target(), refused);
        }
    }

    private OidcProvider provider() {
        return login.provider()
                .orElseThrow(() -> Problem.notFound("login-unavailable", "There is no provider to log in with."));
    }

    private Response failed(String why, @Nullable String target, @Nullable NotVouchedFor cause) {
        if (cause != null) {
            LOG.warnf("Login with the OpenID Connect provider failed: %s", cause.getMessage());
        }
        return failure.page(target, why).cookie(attempts.ended()).build();
    }
}
