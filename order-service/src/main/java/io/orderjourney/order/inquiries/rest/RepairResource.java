package io.orderjourney.order.inquiries.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.RepairHandler;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles that customers brought back, and that a workshop repairs. */
@Path("/api/v1/repairs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Repairs")
public class RepairResource {

    private final RepairHandler repairs;
    private final ReadInquiries inquiries;
    private final WorkshopCaller workshops;
    private final CurrentTerms terms;
    private final Caller caller;

    RepairResource(
            RepairHandler repairs,
            ReadInquiries inquiries,
            WorkshopCaller workshops,
            CurrentTerms terms,
            Caller caller) {
        this.repairs = repairs;
        this.inquiries = inquiries;
        this.workshops = workshops;
        this.terms = terms;
        this.caller = caller;
    }

    /** What was brought back. */
    @Schema(description = "An article of an order that its customer brought back")
    record RepairRequest(
            @NotNull
            @Pattern(regexp = Identifiers.ORDER_NUMBER, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "A-100042")
            String orderNumber,

            @NotNull
            @Pattern(regexp = Identifiers.CODE, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "NOVA-X5")
            String sku,

            @NotNull
            @Pattern(regexp = Identifiers.CODE, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "serwis-tech", description = "Name of the partner that repairs it")
            String workshop,

            @NotNull @Schema(description = "Whether the repair costs the customer nothing")
            Boolean underWarranty,

            @NotNull InquiryChannel channel,

            @NotBlank
            @Size(max = NewInquiryRequest.TEXT_LENGTH_MAX)
            @Schema(examples = "Ekran miga po kilku minutach.", description = "What the customer says is wrong")
            String fault) {}

    /** What a workshop says. */
    @Schema(name = "RepairReportRequest", description = "What a workshop says of an article")
    record ReportRequest(
            @NotNull RepairReport report,

            @Nullable @Schema(description = "With DIAGNOSED, and only then")
            RepairOutcome outcome,

            @Nullable @Schema(description = "When the step at hand will be done; with ETA always")
            Instant etaAt,

            @NotNull @Schema(description = "When it said so; a report that a later one has overtaken changes nothing")
            Instant reportedAt) {}

    /** An empty body: the request itself says that the article is here. */
    @Schema(name = "RepairArrival")
    record Arrival() {}

    /** What the customer gets in place of a repair. */
    @Schema(name = "RepairClosing")
    record Closing(
            @NotBlank
            @Size(max = NewInquiryRequest.TEXT_LENGTH_MAX)
            @Schema(description = "What the customer reads, with an apology")
            String text) {}

    /** A repair, without whose it is: a workshop reads it too. */
    @Schema(name = "Repair")
    record RepairView(
            UUID journeyId,

            @Schema(examples = "Q-100007", description = "The number people use")
            String number,

            @Schema(examples = "NOVA-X5") String sku,
            @Schema(examples = "Nova X5") String article,
            @Schema(examples = "serwis-tech") String workshop,
            boolean underWarranty,

            @Nullable @Schema(description = "What follows from the diagnosis; absent until it is known")
            RepairOutcome outcome,

            @Nullable @Schema(description = "Of the workshop's latest report")
            OffsetDateTime reportedAt,

            @Nullable @Schema(description = "When the shop had it again, or gave the repair up")
            OffsetDateTime backAt,

            boolean open,

            @Nullable
            @Schema(examples = "REPAIR_DIAGNOSIS", description = "What the customer waits for; absent if nothing")
            String step,

            @Nullable @Schema(description = "By when it is promised")
            OffsetDateTime dueAt) {

        static RepairView of(InquiryThread thread, Repair repair, ZoneId zone) {
            Inquiry inquiry = thread.inquiry();
            Promise step = thread.promises().stream()
                    .filter(promise -> promise.isOpen() && promise.kind().equals(repair.step()))
                    .findFirst()
                    .orElse(null);
            return new RepairView(
                    inquiry.journeyId(),
                    inquiry.number(),
                    repair.sku(),
                    repair.article(),
                    repair.workshop(),
                    repair.underWarranty(),
                    repair.outcome(),
                    at(repair.reportedAt(), zone),
                    at(repair.backAt(), zone),
                    inquiry.isOpen(),
                    step == null ? null : step.kind().name(),
                    step == null ? null : at(step.dueAt(), zone));
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
            return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
        }
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "beginRepair",
            summary = "Take in an article to be repaired",
            description =
                    "The customer is told at once, with an apology, by when they hear what is wrong. Only what was bought"
                            + " here is taken in.")
    @APIResponse(
            responseCode = "201",
            description = "The diagnosis is promised",
            content = @Content(schema = @Schema(implementation = RepairView.class)))
    public RestResponse<RepairView> begin(@Valid @NotNull RepairRequest request) {
        Inquiry begun = repairs.begin(new RepairHandler.NewRepair(
                request.orderNumber(),
                request.sku(),
                request.workshop(),
                request.underWarranty(),
                request.channel(),
                request.fault(),
                caller.actor()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(begun.journeyId(), null))
                .location(URI.create("/api/v1/repairs/" + begun.journeyId()))
                .header(HttpHeaders.ETAG, Versions.etag(begun.version()))
                .build();
    }

    @GET
    @Path("/{journeyId}")
    @RolesAllowed({Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT, Roles.PARTNER})
    @Operation(
            operationId = "getRepair",
            summary = "Get a repair",
            description = "A workshop reads its own, and nothing about the customer.")
    public RestResponse<RepairView> get(@PathParam("journeyId") UUID journeyId) {
        InquiryThread thread = thread(journeyId);
        return RestResponse.ResponseBuilder.ok(view(thread, workshops.scope()))
                .header(HttpHeaders.ETAG, Versions.etag(thread.inquiry().version()))
                .build();
    }

    @POST
    @Path("/{journeyId}/reports")
    @Idempotent
    @RolesAllowed({Roles.PARTNER, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "reportRepair",
            summary = "Report how a repair stands",
            description =
                    "The workshop's own report, signed as the Standard Webhooks describe, or what customer care heard from"
                            + " it. A date is an estimate: it moves the forecast, and the customer is told before their"
                            + " day slips. What does not fit where the article is, is refused with 409.")
    @APIResponse(
            responseCode = "200",
            description = "The repair as it is now",
            content = @Content(schema = @Schema(implementation = RepairView.class)))
    public RestResponse<RepairView> report(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull ReportRequest request) {
        String workshop = workshops.signedScope();
        return changed(
                repairs.report(
                        journeyId,
                        workshop,
                        new RepairHandler.Report(
                                request.report(), request.outcome(), request.etaAt(), request.reportedAt()),
                        caller.actor()),
                workshop);
    }

    @POST
    @Path("/{journeyId}/arrival")
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "checkInRepair",
            summary = "Check in an article that came back from the workshop",
            description = "The promise is kept, and the customer is told that it waits for them.")
    @APIResponse(
            responseCode = "200",
            description = "The repair as it is now",
            content = @Content(schema = @Schema(implementation = RepairView.class)))
    public RestResponse<RepairView> arrived(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Arrival nothing) {
        return changed(
                repairs.back(journeyId, version -> Versions.requireMatch(ifMatch, version), caller.actor()), null);
    }

    @POST
    @Path("/{journeyId}/closing")
    @Idempotent
    @RolesAllowed({Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "giveUpRepair",
            summary = "Give a repair up",
            description = "The customer reads what they get instead, with an apology; the repair is over.")
    @APIResponse(
            responseCode = "200",
            description = "The repair as it is now",
            content = @Content(schema = @Schema(implementation = RepairView.class)))
    public RestResponse<RepairView> close(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Closing closing) {
        return changed(
                repairs.giveUp(
                        journeyId, closing.text(), version -> Versions.requireMatch(ifMatch, version), caller.actor()),
                null);
    }

    private RestResponse<RepairView> changed(Inquiry inquiry, @Nullable String workshop) {
        return RestResponse.ResponseBuilder.ok(view(inquiry.journeyId(), workshop))
                .header(HttpHeaders.ETAG, Versions.etag(inquiry.version()))
                .build();
    }

    private RepairView view(UUID journeyId, @Nullable String workshop) {
        return view(thread(journeyId), workshop);
    }

    private RepairView view(InquiryThread thread, @Nullable String workshop) {
        Repair repair = thread.inquiry().requireRepair();
        if (workshop != null && !workshop.equals(repair.workshop())) {
            throw new Inquiry.NotFound(thread.inquiry().journeyId());
        }
        return RepairView.of(thread, repair, terms.get().zone());
    }

    private InquiryThread thread(UUID journeyId) {
        return inquiries.of(journeyId).orElseThrow(() -> new Inquiry.NotFound(journeyId));
    }
}
