package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.Desks;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leads people to their desk; who has several, or none, chooses or reads why. */
@Path("/desk/")
@Produces(MediaType.TEXT_HTML)
public class HomeConsole {

    private final Viewers viewers;
    private final Template home;

    HomeConsole(Viewers viewers, @Location("console/home.html") Template home) {
        this.viewers = viewers;
        this.home = home;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response home() {
        Viewer viewer = viewers.at("home").orElseThrow(() -> Problem.forbidden("The desks' pages are for people."));
        List<String> own = Desks.of(viewer.roles());
        if (own.size() == 1) {
            return Response.seeOther(URI.create("/desk/" + own.get(0))).build();
        }
        return Pages.html(home.data("text", ConsoleTexts.shared(viewer.language()))
                .data("language", viewer.language())
                .data("languages", ConsoleTexts.LANGUAGES)
                .data("viewer", viewer)
                .data("desks", own));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }
}
