package io.orderjourney.order.inquiries.rest;

import io.orderjourney.contracts.PackingCare;
import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.usecase.PromiseCorrectionHandler;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is promised after a complaint for the customer's next order. */
@Path("/api/v1/inquiries/{journeyId}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inquiries")
public class CorrectionResource {

    private final PromiseCorrectionHandler corrections;
    private final ReadInquiries inquiries;
    private final CurrentTerms terms;
    private final Caller caller;

    CorrectionResource(
            PromiseCorrectionHandler corrections, ReadInquiries inquiries, CurrentTerms terms, Caller caller) {
        this.corrections = corrections;
        this.inquiries = inquiries;
        this.terms = terms;
        this.caller = caller;
    }

    /** What is done otherwise. */
    @Schema(description = "What the packer of the next order does otherwise")
    record CorrectionRequest(@NotNull PackingCare care) {}

    /** One promise. */
    @Schema(name = "Correction", description = "What was promised for the next order, and whether it was done")
    record CorrectionView(
            UUID correctionId,
            PackingCare care,

            @Schema(examples = "care:olga") String promisedBy,
            OffsetDateTime promisedAt,

            @Nullable @Schema(description = "The order with which it was done; absent until then")
            UUID orderJourneyId,

            @Nullable @Schema(description = "When the packer did it; absent until then")
            OffsetDateTime madeAt) {

        static CorrectionView of(Correction correction, ZoneId zone) {
            Instant madeAt = correction.madeAt();
            return new CorrectionView(
                    correction.id(),
                    correction.care(),
                    correction.promisedBy(),
                    correction.promisedAt().atZone(zone).toOffsetDateTime(),
                    correction.orderId(),
                    madeAt == null ? null : madeAt.atZone(zone).toOffsetDateTime());
        }
    }

    /** All of an inquiry. */
    record Corrections(List<CorrectionView> items) {}

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(operationId = "listCorrections", summary = "List what was promised for the customer's next order")
    public Corrections list(@PathParam("journeyId") UUID journeyId) {
        if (inquiries.of(journeyId).isEmpty()) {
            throw new Inquiry.NotFound(journeyId);
        }
        ZoneId zone = terms.get().zone();
        return new Corrections(corrections.of(journeyId).stream()
                .map(correction -> CorrectionView.of(correction, zone))
                .toList());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "promiseCorrection",
            summary = "Promise something for the customer's next order",
            description =
                    "It stands on the packer's screen with their next order, whose parcel does not leave without it; it is"
                            + " kept when the packer says so.")
    @APIResponse(
            responseCode = "201",
            description = "It is promised",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    public RestResponse<CorrectionView> promise(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull CorrectionRequest request) {
        Correction promised = corrections.promise(journeyId, request.care(), caller.actor());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                CorrectionView.of(promised, terms.get().zone()));
    }
}
