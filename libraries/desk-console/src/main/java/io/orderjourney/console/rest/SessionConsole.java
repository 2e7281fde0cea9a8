package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.session.Sessions;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a person changes about their own session: its language, and its end. */
@Path("/desk")
public class SessionConsole {

    private final Sessions sessions;

    SessionConsole(Sessions sessions) {
        this.sessions = sessions;
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(hidden = true)
    public Response end() {
        return Response.seeOther(URI.create("/desk/login"))
                .cookie(sessions.ended())
                .build();
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
