package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.contracts.CourierReport;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.delivery.usecase.CourierReportHandler;
import io.orderjourney.fulfillment.delivery.usecase.DispatchParcelHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Parcels: what the warehouse sends, and what the courier reports of it. */
@Path("/api/v1/parcels/{journeyId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parcels")
public class ParcelsResource {

    private static final String EXAMPLE = """
            {"journeyId": "0195c3f0-1b7e-7a40-8f3d-5a2b6c9d0e11", "orderNumber": "A-100043",
             "dispatchPoint": "WAREHOUSE", "stage": "DISPATCHED", "stageAt": "2026-03-03T14:20:00+01:00", "attempts": 0,
             "etaAt": "2026-03-04T12:00:00+01:00",
             "recipient": {"name": "Jan Kowalski", "phone": "+48501234567", "street": "ul. Prosta 7 m. 12",
               "postalCode": "00-850", "city": "Warszawa", "country": "PL"},
             "lines": [{"sku": "PHONE-X1-BLACK", "name": "Phone X1, black", "quantity": 1, "onShelf": 1}],
             "promises": [], "version": 3}
            """;

    private final Parcels parcels;
    private final DispatchParcelHandler dispatch;
    private final CourierReportHandler reports;
    private final CourierSignature signature;
    private final ParcelViews views;
    private final Caller caller;

    ParcelsResource(
            Parcels parcels,
            DispatchParcelHandler dispatch,
            CourierReportHandler reports,
            CourierSignature signature,
            ParcelViews views,
            Caller caller) {
        this.parcels = parcels;
        this.dispatch = dispatch;
        this.reports = reports;
        this.signature = signature;
        this.views = views;
        this.caller = caller;
    }

    /** An empty body: the request itself says that the courier has the parcel. */
    public record Dispatch() {}

    /**
     * What the courier says of a parcel.
     *
     * @param etaAt when it will be delivered; with ETA, and only then
     * @param reportedAt when the courier said so; a report that was overtaken by a later one changes nothing
     */
    @Schema(name = "ParcelReport")
    public record Report(
            @NotNull CourierReport report,
            @Nullable Instant etaAt,
            @NotNull Instant reportedAt) {}

    @GET
    @RolesAllowed({Roles.WAREHOUSE, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT, Roles.STOREFRONT})
    @Operation(
            operationId = "getParcel",
            summary = "Get a parcel",
            description = "Where it is, its goods and its promises; for the warehouse also what stands on the label.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ParcelView.class),
                            examples = @ExampleObject(name = "with the courier", value = EXAMPLE)))
    public RestResponse<ParcelView> show(@PathParam("journeyId") UUID journeyId) {
        return views.withLabel(parcels.find(journeyId).orElseThrow(() -> new Parcel.NotFound(journeyId)));
    }

    @POST
    @Path("/dispatch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "dispatchParcel",
            summary = "Hand a parcel to the courier",
            description = "Its goods leave the shelf, and the customer is told. Refused while goods are missing.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "dispatched", value = "{}")))
    @APIResponse(
            responseCode = "200",
            description = "The parcel as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = ParcelView.class),
                            examples = @ExampleObject(name = "with the courier", value = EXAMPLE)))
    public RestResponse<ParcelView> dispatch(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Dispatch nothing) {
        return views.response(dispatch.dispatch(
                journeyId, version -> Versions.requireMatch(ifMatch, version), Trigger.of(caller.actor())));
    }

    @POST
    @Path("/reports")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            operationId = "reportParcel",
            summary = "Report where a parcel is",
            description =
                    "The courier's own report, signed as the Standard Webhooks describe. An ETA is an estimate: it"
                            + " moves the forecast, and the customer is told before their day slips. NOT_AT_HOME makes it"
                            + " the customer's turn to choose another day. What does not fit where the parcel is, is"
                            + " refused with 409.")
    @RequestBody(
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "another time", value = """
            {"report": "ETA", "etaAt": "2026-03-05T12:00:00+01:00", "reportedAt": "2026-03-04T09:00:00+01:00"}
            """),
                                @ExampleObject(name = "delivered", value = """
            {"report": "DELIVERED", "reportedAt": "2026-03-05T11:40:00+01:00"}
            """)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The parcel as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = ParcelView.class),
                            examples = @ExampleObject(name = "with the courier", value = EXAMPLE)))
    public RestResponse<ParcelView> report(@PathParam("journeyId") UUID journeyId, @Valid @NotNull Report report) {
        signature.require();
        if ((report.report() == CourierReport.ETA) != (report.etaAt() != null)) {
            throw Problem.validation(
                    FieldError.at("/etaAt", "with-eta-only", "The time belongs to an ETA, and to nothing else."));
        }
        return views.response(reports.report(
                journeyId, report.report(), report.etaAt(), report.reportedAt(), Trigger.of(caller.actor())));
    }
}
