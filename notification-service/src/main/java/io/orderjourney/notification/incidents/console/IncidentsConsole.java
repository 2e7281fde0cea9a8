package io.orderjourney.notification.incidents.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentState;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.PublicWord;
import io.orderjourney.notification.incidents.usecase.IncidentHandler;
import io.orderjourney.notification.incidents.usecase.PlanReschedules;
import io.orderjourney.notification.incidents.usecase.ReadIncidents;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages of incidents: the list, and one page for each with the step at hand. */
@Path("/desk/incidents")
@Produces(MediaType.TEXT_HTML)
public class IncidentsConsole {

    private static final String BUNDLE = "io.orderjourney.notification.incidents.incidents";
    private static final int LIST_MAX = 100;
    private static final int AFFECTED_SHOWN = 20;
    private static final int TITLE_MAX = 200;
    private static final int TEXT_MAX = 2000;
    private static final int MINUTES_MAX = 24 * 60;

    private final IncidentHandler handler;
    private final ReadIncidents read;
    private final PlanReschedules planning;
    private final BoardPages pages;
    private final BusinessClock clock;
    private final Template list;
    private final Template page;

    IncidentsConsole(
            IncidentHandler handler,
            ReadIncidents read,
            PlanReschedules planning,
            BoardPages pages,
            BusinessClock clock,
            @Location("incidents/list.html") Template list,
            @Location("incidents/incident.html") Template page) {
        this.handler = handler;
        this.read = read;
        this.planning = planning;
        this.pages = pages;
        this.clock = clock;
        this.list = list;
        this.page = page;
    }

    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response list(@QueryParam("all") @DefaultValue("false") boolean all) {
        return Pages.html(listPage(all, ""));
    }

    @POST
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response open(@FormParam("kind") @Nullable IncidentKind kind, @FormParam("title") @Nullable String title) {
        String words = title == null ? "" : title.strip();
        if (kind == null || words.isEmpty() || words.length() > TITLE_MAX) {
            return refused(listPage(false, texts().say("title.missing")));
        }
        return handler.open(
                        new IncidentHandler.NewIncident(kind, words, null),
                        pages.viewer().actor())
                .map(opened -> to(opened.id()))
                .orElseGet(() -> refused(listPage(false, texts().say("open.before"))));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response one(@PathParam("id") UUID id) {
        return Pages.html(incidentPage(id, ""));
    }

    /** Something happened. */
    @POST
    @Path("/{id}/events")
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response record(
            @PathParam("id") UUID id,
            @FormParam("event") @Nullable IncidentEvent event,
            @FormParam("step") @Nullable IncidentStep step,
            @FormParam("text") @Nullable String text,
            @FormParam("minutes") @Nullable Integer minutes) {
        String words = text == null || text.isBlank() ? null : text.strip();
        if (event == null || (words != null && words.length() > TEXT_MAX)) {
            return refused(incidentPage(id, texts().say("event.incomplete")));
        }
        Instant nextUpdateAt = minutes == null || minutes < 1 || minutes > MINUTES_MAX
                ? null
                : clock.instant().plus(Duration.ofMinutes(minutes));
        try {
            return handler.record(
                            id,
                            new IncidentHandler.Happened(event, words, nextUpdateAt, step),
                            pages.viewer().actor())
                    .map(incident -> to(incident.id()))
                    .orElseThrow(IncidentsConsole::notFound);
        } catch (Incident.Refused meanwhile) {
            return refused(incidentPage(id, texts().say("event.refused")));
        } catch (IllegalArgumentException incomplete) {
            return refused(incidentPage(id, texts().say("event.incomplete")));
        }
    }

    /** A dry run. */
    @POST
    @Path("/{id}/plans")
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response plan(@PathParam("id") UUID id, @FormParam("from") @Nullable String from) {
        try {
            LocalDate day = from == null || from.isBlank() ? today() : LocalDate.parse(from);
            return planning.plan(id, day, Map.of(), pages.viewer().actor())
                    .map(plan -> to(id))
                    .orElseThrow(IncidentsConsole::notFound);
        } catch (DateTimeException | PlanReschedules.NotNow refused) {
            return refused(incidentPage(id, texts().say("event.refused")));
        }
    }

    /** The latest plan is carried out. */
    @POST
    @Path("/{id}/plans/execution")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response carryOut(@PathParam("id") UUID id) {
        try {
            return planning.confirm(id, pages.viewer().actor())
                    .map(plan -> to(id))
                    .orElseThrow(IncidentsConsole::notFound);
        } catch (PlanReschedules.NotNow refused) {
            return refused(incidentPage(id, texts().say("event.refused")));
        }
    }

    /** The file for the other host. */
    @GET
    @Path("/{id}/emergency-page")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response emergencyPage(@PathParam("id") UUID id) {
        Incident incident =
                read.find(id).orElseThrow(IncidentsConsole::notFound).incident();
        return Response.ok(read.publicWord().page(incident), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Disposition", "attachment; filename=\"index.html\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    /** A text for a profile, in one language. */
    public record Post(String language, String text) {}

    private TemplateInstance listPage(boolean all, String said) {
        return pages.page(list, texts())
                .data("incidents", read.list(all, null, LIST_MAX))
                .data("all", all)
                .data("kinds", IncidentKind.values())
                .data("held", !read.holdingCampaigns().isEmpty())
                .data("said", said)
                .data("now", clock.instant());
    }

    private TemplateInstance incidentPage(UUID id, String said) {
        ReadIncidents.Found found = read.find(id).orElseThrow(IncidentsConsole::notFound);
        Incident incident = found.incident();
        PublicWord word = read.publicWord();
        ReadIncidents.Affected affected = read.affected(incident.scope(), null, AFFECTED_SHOWN);
        IncidentState state = incident.state();
        Set<IncidentEvent> others = EnumSet.noneOf(IncidentEvent.class);
        for (IncidentEvent event : IncidentEvent.values()) {
            boolean first = found.atHand() != null && found.atHand().event() == event;
            if (state.allows(event) && !first && event != IncidentEvent.STEP_DONE) {
                others.add(event);
            }
        }
        return pages.page(page, texts())
                .data("incident", incident)
                .data("state", state)
                .data("atHand", found.atHand())
                .data("others", others)
                .data("steps", found.plan().steps())
                .data("done", found.doneSteps())
                .data("log", found.log())
                .data("affected", affected.promises())
                .data("more", affected.goesOnAfter() != null)
                .data("planned", planning.latest(id).orElse(null))
                .data("posts", posts(word, incident))
                .data("today", today())
                .data("said", said)
                .data("now", clock.instant());
    }

    private static List<Post> posts(PublicWord word, Incident incident) {
        return ConsoleTexts.LANGUAGES.stream()
                .map(language -> new Post(language, word.post(incident, language)))
                .toList();
    }

    /** The form's place is taken by the page as it is now, with why. */
    private static Response refused(TemplateInstance shown) {
        return Pages.html(shown);
    }

    private static Response to(UUID id) {
        return Response.noContent()
                .header("HX-Redirect", "/desk/incidents/" + id)
                .build();
    }

    private static Problem notFound() {
        return Problem.notFound("incident-not-found", "There is no such incident.");
    }

    private ConsoleTexts texts() {
        return pages.texts(BUNDLE, IncidentsConsole.class);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return read.publicWord().zone();
    }
}
