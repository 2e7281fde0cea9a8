package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Desks;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.inject.Instance;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages of every desk that this service has a {@link DeskScreen} for. */
@Path("/desk/{desk}")
@Produces(MediaType.TEXT_HTML)
public class DeskConsole {

    private final Instance<DeskScreen> screens;
    private final Viewers viewers;
    private final ShopNow now;
    private final Template page;
    private final Template queue;
    private final Template panel;

    DeskConsole(
            Instance<DeskScreen> screens,
            Viewers viewers,
            ShopNow now,
            @Location("console/page.html") Template page,
            @Location("console/queue.html") Template queue,
            @Location("console/panel.html") Template panel) {
        this.screens = screens;
        this.viewers = viewers;
        this.now = now;
        this.page = page;
        this.queue = queue;
        this.panel = panel;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Response desk(@PathParam("desk") String name) {
        DeskScreen screen = screen(name);
        return Pages.html(whole(screen, viewer(screen), null));
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
        DeskScreen screen = screen(name);
        Viewer viewer = viewer(screen);
        return Pages.html(rows(screen, viewer, new QueueFilter(urgency, blankToNull(search), cursor)));
    }

    @GET
    @Authenticated
    @Path("/orders/{journey}")
    @Operation(hidden = true)
    public Response panel(
            @PathParam("desk") String name,
            @PathParam("journey") UUID journeyId,
            @HeaderParam("HX-Request") @Nullable String part) {
        DeskScreen screen = screen(name);
        Viewer viewer = viewer(screen);
        Panel known = known(screen, journeyId, viewer);
        return Pages.html(part == null ? whole(screen, viewer, known) : one(screen, viewer, known, null, null));
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
        DeskScreen screen = screen(name);
        Viewer viewer = viewer(screen);
        Map<String, String> values = new HashMap<>();
        form.forEach((field, all) -> values.put(field, all.get(0).strip()));
        String version = values.getOrDefault("version", "");
        String done = null;
        String refused = null;
        try {
            done = screen.act(journeyId, action, values, version, viewer);
        } catch (Problem problem) {
            refused = problem.detail();
        }
        return Pages.builder(one(screen, viewer, known(screen, journeyId, viewer), done, refused))
                .header("HX-Trigger", "queue:changed")
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    private TemplateInstance whole(DeskScreen screen, Viewer viewer, @Nullable Panel open) {
        return decorated(page.instance(), screen, viewer)
                .data("languages", ConsoleTexts.LANGUAGES)
                .data("desks", Desks.of(viewer.roles()))
                .data("queue", part(rows(screen, viewer, new QueueFilter(null, null, null))))
                .data("panel", open == null ? null : part(one(screen, viewer, open, null, null)));
    }

    /** What a template has written and escaped is put into the page as it is. */
    private static RawString part(TemplateInstance template) {
        return new RawString(template.render());
    }

    private TemplateInstance rows(DeskScreen screen, Viewer viewer, QueueFilter filter) {
        return decorated(queue.instance(), screen, viewer)
                .data("filter", filter)
                .data("urgencies", Urgency.values())
                .data("queue", screen.queue(filter, viewer));
    }

    private TemplateInstance one(
            DeskScreen screen, Viewer viewer, Panel known, @Nullable String done, @Nullable String refused) {
        return decorated(panel.instance(), screen, viewer)
                .data("panel", known)
                .data("done", done)
                .data("refused", refused);
    }

    private TemplateInstance decorated(TemplateInstance template, DeskScreen screen, Viewer viewer) {
        ConsoleTexts texts = screen.texts(viewer.language());
        return template.data("text", texts)
                .data("time", now.shownIn(texts))
                .data("desk", screen.name())
                .data("viewer", viewer)
                .data("language", viewer.language());
    }

    private static Panel known(DeskScreen screen, UUID journeyId, Viewer viewer) {
        return screen.panel(journeyId, viewer)
                .orElseThrow(() -> Problem.notFound("journey-not-found", "There is no such order at this desk."));
    }

    private DeskScreen screen(String name) {
        return screens.stream()
                .filter(screen -> screen.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("desk-not-found", "There is no such desk."));
    }

    /** A program's token has no place here: what it needs is in the API. */
    private Viewer viewer(DeskScreen screen) {
        Optional<Viewer> viewer = viewers.at(screen.name());
        return viewer.filter(person -> person.roles().contains(screen.role()))
                .orElseThrow(() -> Problem.forbidden("This desk is not yours."));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
