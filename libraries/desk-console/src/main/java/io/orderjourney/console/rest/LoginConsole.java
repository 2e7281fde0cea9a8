package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.session.DemoPeople;
import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.Sessions;
import io.orderjourney.rest.oidc.StaffLogin;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where a person says who they are: at the shop's provider ({@link ProviderLoginConsole}), or in a local stack by choosing
 * from a list of people who exist nowhere else. The
 * literal path of the class is what keeps the login apart from a desk of that name.
 */
@Path("/desk/login")
@Produces(MediaType.TEXT_HTML)
public class LoginConsole {

    private static final String FIRST_PAGE = "/desk/";

    private final Sessions sessions;
    private final DemoPeople people;
    private final StaffLogin provider;
    private final Viewers viewers;
    private final Template page;

    LoginConsole(
            Sessions sessions,
            DemoPeople people,
            StaffLogin provider,
            Viewers viewers,
            @Location("console/login.html") Template page) {
        this.sessions = sessions;
        this.people = people;
        this.provider = provider;
        this.viewers = viewers;
        this.page = page;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response login(@QueryParam("to") @Nullable String to) {
        return page(to, null).build();
    }

    /** @param failure the key of a text that says why a login failed; null if none did */
    Response.ResponseBuilder page(@Nullable String to, @Nullable String failure) {
        String language = viewers.language();
        return Pages.builder(page.data("text", ConsoleTexts.shared(language))
                .data("language", language)
                .data("languages", ConsoleTexts.LANGUAGES)
                .data("people", people.all())
                .data("provider", provider.provider().isPresent())
                .data("failure", failure)
                .data("to", target(to)));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response begin(@FormParam("user") @Nullable String user, @FormParam("to") @Nullable String to) {
        Session session = people.session(Objects.requireNonNullElse(user, ""), sessions.end())
                .orElseThrow(() -> Problem.forbidden("There is no such person here."));
        return Response.seeOther(URI.create(target(to)))
                .cookie(sessions.begin(session))
                .build();
    }

    /** Only to a desk's page of this very site. */
    static String target(@Nullable String to) {
        return to != null && to.matches("/desk/[a-z0-9/-]*") ? to : FIRST_PAGE;
    }
}
