package io.orderjourney.console.rest;

import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.console.rest.DeskPages.Look;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages of every desk that this service has a {@link DeskScreen} for. */
@Path("/desk/{desk}")
@Produces(MediaType.TEXT_HTML)
public class DeskConsole {

    private final DeskPages pages;

    DeskConsole(DeskPages pages) {
        this.pages = pages;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response desk(@PathParam("desk") String name) {
        return Pages.html(pages.whole(pages.look(name), null));
    }

    @GET
    @Authenticated
    @Path("/queue")
    @Operation(hidden = true)
    public Response queue(
            @PathParam("desk") String name,
            @QueryParam("urgency") @Nullable Urgency urgency,
            @QueryParam("search") @Nullable String search,
            @QueryParam("cursor") @Nullable String cursor) {
        return Pages.html(pages.rows(pages.look(name), new QueueFilter(urgency, blankToNull(search), cursor)));
    }

    @GET
    @Authenticated
    @Path("/orders/{journey}")
    @Operation(hidden = true)
    public Response panel(
            @PathParam("desk") String name,
            @PathParam("journey") UUID journeyId,
            @HeaderParam("HX-Request") @Nullable String part) {
        Look look = pages.look(name);
        var panel = pages.panel(look, look.panel(journeyId), null, null);
        return Pages.html(part == null ? pages.whole(look, panel) : panel);
    }

    @POST
    @Authenticated
    @Path("/orders/{journey}/{action}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(
            @PathParam("desk") String name,
            @PathParam("journey") UUID journeyId,
            @PathParam("action") String action,
            MultivaluedMap<String, String> form) {
        Look look = pages.look(name);
        Map<String, String> values = values(form);
        String version = values.getOrDefault("version", "");
        String done = null;
        String refused = null;
        try {
            done = look.screen().act(journeyId, action, values, version, look.viewer());
        } catch (Problem problem) {
            refused = problem.detail();
        }
        Panel now = look.panel(journeyId);
        if (refused != null) {
            now = now.typed(action, values);
        }
        return Pages.builder(pages.panel(look, now, done, refused))
                .header("HX-Trigger", "queue:changed")
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    static Map<String, String> values(MultivaluedMap<String, String> form) {
        Map<String, String> values = new HashMap<>();
        form.forEach((field, all) -> values.put(field, all.get(0).strip()));
        return values;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
