package io.orderjourney.notification.incidents.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentScope;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.IncidentTexts;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.PublicWord;
import io.orderjourney.notification.incidents.usecase.IncidentHandler;
import io.orderjourney.notification.incidents.usecase.ReadIncidents;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Incidents: opened, led, told to the public, and closed with what was learned. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentsResource {

    private final IncidentHandler handler;
    private final ReadIncidents read;
    private final CurrentTerms terms;
    private final Caller caller;

    IncidentsResource(IncidentHandler handler, ReadIncidents read, CurrentTerms terms, Caller caller) {
        this.handler = handler;
        this.read = read;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * An incident to open.
     *
     * @param title what happened, in words for staff
     * @param promiseKinds which promises it puts in danger; absent: what the plan of its kind says
     * @param partner only what this partner does its part of
     * @param pickupPoint only journeys of this point
     */
    @Schema(name = "NewIncident")
    public record NewIncident(
            @NotNull IncidentKind kind,
            @NotBlank @Size(max = 200) String title,
            @Nullable @Size(max = 20) List<@NotNull PromiseKind> promiseKinds,
            @Nullable @Size(min = 1, max = 60) String partner,
            @Nullable @Size(min = 1, max = 60) String pickupPoint,
            @Nullable OffsetDateTime dueFromAt,
            @Nullable OffsetDateTime dueUntilAt) {}

    /**
     * Something that happened to an incident.
     *
     * @param text a remark; with CLOSE the lessons, which must be there
     * @param nextUpdateAt with UPDATE: by when the public hears the next word; absent: as late as the plan allows
     * @param step with STEP_DONE: which one
     */
    @Schema(name = "IncidentHappening")
    public record Happening(
            @NotNull IncidentEvent event,
            @Nullable @Size(max = 2000) String text,
            @Nullable OffsetDateTime nextUpdateAt,
            @Nullable IncidentStep step) {}

    /** An open promise that an incident puts in danger. */
    @Schema(name = "AffectedPromise")
    public record AffectedView(
            UUID promiseId,
            UUID journeyId,
            @Nullable String orderNumber,
            PromiseKind kind,
            Desk desk,
            OffsetDateTime madeAt,
            OffsetDateTime dueAt) {

        static AffectedView of(AffectedPromise promise, ZoneId zone) {
            return new AffectedView(
                    promise.id(),
                    promise.journeyId(),
                    promise.orderNumber(),
                    promise.kind(),
                    promise.desk(),
                    promise.madeAt().atZone(zone).toOffsetDateTime(),
                    promise.dueAt().atZone(zone).toOffsetDateTime());
        }
    }

    /** A text for the profiles of the shop. */
    @Schema(name = "IncidentPost")
    public record Post(String language, String text) {}

    /** The texts for the profiles of the shop, one for each language. */
    @Schema(name = "IncidentPosts")
    public record Posts(List<Post> items) {}

    /**
     * Whether campaigns are held.
     *
     * @param held nothing is advertised now
     * @param sinceAt since when; absent if they are not held
     * @param incidents the numbers of the incidents for which
     */
    @Schema(name = "CampaignHold")
    public record CampaignHold(boolean held, @Nullable OffsetDateTime sinceAt, List<Long> incidents) {}

    @POST
    @Path("/incidents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "openIncident",
            summary = "Open an incident",
            description = "One of a kind and place at a time: while it is unfinished another is refused.")
    @APIResponseSchema(value = IncidentView.class, responseCode = "201", responseDescription = "Opened")
    public RestResponse<IncidentView> open(@Valid @NotNull NewIncident wanted) {
        Incident opened = handler.open(
                        new IncidentHandler.NewIncident(
                                wanted.kind(), wanted.title().strip(), scope(wanted)),
                        caller.actor())
                .orElseThrow(() -> Problem.of(
                        409, "incident-unfinished", "An incident of this kind and place is not finished yet."));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, IncidentView.of(opened, zone()))
                .location(URI.create("/api/v1/incidents/" + opened.id()))
                .build();
    }

    private IncidentScope scope(NewIncident wanted) {
        List<PromiseKind> kinds = wanted.promiseKinds();
        try {
            return new IncidentScope(
                    kinds == null
                            ? Objects.requireNonNull(read.plans().get(wanted.kind()))
                                    .promiseKinds()
                            : kinds,
                    wanted.partner(),
                    wanted.pickupPoint(),
                    instant(wanted.dueFromAt()),
                    instant(wanted.dueUntilAt()));
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable("scope-empty", "Nothing is due from that time until that time.");
        }
    }

    @GET
    @Path("/incidents")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR, Roles.CUSTOMER_CARE})
    @Operation(operationId = "listIncidents", summary = "List incidents", description = "The newest first.")
    public Page<IncidentView> list(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("incidents?all=" + all, limit, cursor);
        List<Incident> rows = read.list(
                all,
                request.after()
                        .map(place -> new Incidents.Place(place.instant(0), place.uuid(1)))
                        .orElse(null),
                request.rowsWanted());
        ZoneId zone = zone();
        return Page.of(rows, request, incident -> Cursor.of(incident.opening().at(), incident.id()))
                .map(incident -> IncidentView.of(incident, zone));
    }

    @GET
    @Path("/incidents/{id}")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR, Roles.CUSTOMER_CARE})
    @Operation(operationId = "getIncident", summary = "Get an incident with its log and the next step")
    public IncidentView.WithLog one(@PathParam("id") UUID id) {
        return IncidentView.of(read.find(id).orElseThrow(notFound()), zone());
    }

    @POST
    @Path("/incidents/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "recordIncidentEvent",
            summary = "Record what happened to an incident",
            description = "Somebody took it, the public was told, a step was done, it is over, it is closed.")
    public IncidentView record(@PathParam("id") UUID id, @Valid @NotNull Happening happening) {
        try {
            return handler.record(
                            id,
                            new IncidentHandler.Happened(
                                    happening.event(),
                                    happening.text(),
                                    instant(happening.nextUpdateAt()),
                                    happening.step()),
                            caller.actor())
                    .map(incident -> IncidentView.of(incident, zone()))
                    .orElseThrow(notFound());
        } catch (Incident.Refused refused) {
            throw Problem.transitionNotAllowed(refused.getMessage() + ".");
        } catch (IllegalArgumentException incomplete) {
            throw Problem.unprocessable("event-incomplete", incomplete.getMessage() + ".");
        }
    }

    @GET
    @Path("/incidents/{id}/affected-promises")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR, Roles.CUSTOMER_CARE})
    @Operation(
            operationId = "listAffectedPromises",
            summary = "List the open promises that an incident puts in danger",
            description = "From the one that was made last: who ordered moments before is reassured first.")
    public Page<AffectedView> affected(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Incident incident = read.find(id).orElseThrow(notFound()).incident();
        PageRequest request = PageRequest.of("affected?id=" + id, limit, cursor);
        ReadIncidents.Affected found = read.affected(
                incident.scope(),
                request.after()
                        .map(place -> new AffectedPromise.Place(place.instant(0), place.uuid(1)))
                        .orElse(null),
                request.limit());
        AffectedPromise.Place next = found.goesOnAfter();
        ZoneId zone = zone();
        return Page.continuing(
                        found.promises(), request, next == null ? null : Cursor.of(next.madeAt(), next.promiseId()))
                .map(promise -> AffectedView.of(promise, zone));
    }

    @GET
    @Path("/incidents/{id}/emergency-page")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "getEmergencyPage",
            summary = "Get the emergency page",
            description = "One file in four languages, with nothing to load: to be put on another host.")
    public String emergencyPage(@PathParam("id") UUID id) {
        return read.publicWord().page(read.find(id).orElseThrow(notFound()).incident());
    }

    @GET
    @Path("/incidents/{id}/posts")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(operationId = "listIncidentPosts", summary = "Get texts for the profiles of the shop")
    public Posts posts(@PathParam("id") UUID id) {
        Incident incident = read.find(id).orElseThrow(notFound()).incident();
        PublicWord word = read.publicWord();
        return new Posts(IncidentTexts.LANGUAGES.stream()
                .map(language -> new Post(language, word.post(incident, language)))
                .toList());
    }

    @GET
    @Path("/campaign-hold")
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "getCampaignHold",
            summary = "Get whether campaigns are held",
            description =
                    "A system that sends campaigns asks before each one: nothing is advertised while the shop cannot sell.")
    public CampaignHold campaignHold() {
        List<Incident> holding = read.holdingCampaigns();
        return new CampaignHold(
                !holding.isEmpty(),
                holding.isEmpty()
                        ? null
                        : holding.get(0).opening().at().atZone(zone()).toOffsetDateTime(),
                holding.stream().map(Incident::number).toList());
    }

    private ZoneId zone() {
        return terms.get().zone();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Supplier<Problem> notFound() {
        return () -> Problem.notFound("incident-not-found", "There is no such incident.");
    }
}
