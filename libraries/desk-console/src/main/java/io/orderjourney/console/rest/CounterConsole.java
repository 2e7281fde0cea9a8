package io.orderjourney.console.rest;

import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.rest.DeskPages.Look;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What people do who have goods in their hands: scan, see what a change would lead to, print a slip. */
@Path("/desk/{desk}/")
@Produces(MediaType.TEXT_HTML)
public class CounterConsole {

    /** Longer than any code that a scanner reads. */
    private static final int TEXT_MAX = 500;

    private final DeskPages pages;

    CounterConsole(DeskPages pages) {
        this.pages = pages;
    }

    /** One match is opened; several are shown to choose from. */
    @GET
    @Authenticated
    @Path("/find")
    @Operation(hidden = true)
    public Response find(
            @PathParam("desk") String name,
            @QueryParam("text") @Nullable String text,
            @HeaderParam("HX-Request") @Nullable String part) {
        Look look = pages.look(name);
        String scanned = text == null ? "" : text.strip();
        List<QueueRow> matches = scanned.isEmpty() || scanned.length() > TEXT_MAX
                ? List.of()
                : look.screen().find(scanned, look.viewer());
        TemplateInstance found = matches.size() == 1
                ? pages.panel(look, look.panel(matches.get(0).journeyId()), null, null)
                : pages.found(look, scanned, matches);
        return Pages.html(part == null ? pages.whole(look, found) : found);
    }

    /** What an action would lead to as the form is filled in now. */
    @GET
    @Authenticated
    @Path("/orders/{journey}/{action}/preview")
    @Operation(hidden = true)
    public Response preview(
            @PathParam("desk") String name,
            @PathParam("journey") UUID journeyId,
            @PathParam("action") String action,
            @Context UriInfo address) {
        Look look = pages.look(name);
        String text;
        try {
            text = look.screen()
                    .preview(journeyId, action, DeskConsole.values(address.getQueryParameters()), look.viewer());
        } catch (Problem refused) {
            text = refused.detail();
        }
        return Pages.html(pages.words(text));
    }

    @GET
    @Authenticated
    @Path("/orders/{journey}/slip")
    @Operation(hidden = true)
    public Response slip(@PathParam("desk") String name, @PathParam("journey") UUID journeyId) {
        Look look = pages.look(name);
        return Pages.html(pages.slip(
                look,
                look.screen()
                        .slip(journeyId, look.viewer())
                        .orElseThrow(() -> Problem.notFound("slip-not-found", "There is nothing to print."))));
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }
}
