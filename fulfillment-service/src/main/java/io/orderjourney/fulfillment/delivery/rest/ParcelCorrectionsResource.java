package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.contracts.PackingCare;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.packing.usecase.PackingPromises;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was promised to the customer of a parcel after a complaint: the packer does it, and says so, before it leaves. */
@Path("/api/v1/parcels/{journeyId}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Parcels")
public class ParcelCorrectionsResource {

    private final Parcels parcels;
    private final PackingPromises packing;
    private final Caller caller;

    ParcelCorrectionsResource(Parcels parcels, PackingPromises packing, Caller caller) {
        this.parcels = parcels;
        this.packing = packing;
        this.caller = caller;
    }

    /** One thing to do. */
    @Schema(name = "ParcelCorrection", description = "What the packer of this parcel does otherwise")
    record CorrectionView(UUID correctionId, PackingCare care, Instant promisedAt) {}

    /** All that is to do. */
    @Schema(name = "ParcelCorrections")
    record Corrections(List<CorrectionView> items) {}

    /** An empty body: the request itself says that it is done. */
    @Schema(name = "ParcelCorrectionDone")
    record Done() {}

    @GET
    @RolesAllowed({Roles.WAREHOUSE, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "listParcelCorrections",
            summary = "List what the packer of a parcel does otherwise, and has not done yet")
    public Corrections list(@PathParam("journeyId") UUID journeyId) {
        return open(parcel(journeyId));
    }

    @POST
    @Path("/{correctionId}/completion")
    @Idempotent
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "completeParcelCorrection",
            summary = "Say that the packer did it",
            description = "The promise to the customer is kept with this parcel; the response is what is still to do.")
    public Corrections complete(
            @PathParam("journeyId") UUID journeyId,
            @PathParam("correctionId") UUID correctionId,
            @Valid @NotNull Done nothing) {
        Parcel parcel = parcel(journeyId);
        packing.made(correctionId, parcel.orderId(), parcel.customerId(), caller.actor());
        return open(parcel);
    }

    private Parcel parcel(UUID journeyId) {
        return parcels.find(journeyId).orElseThrow(() -> new Parcel.NotFound(journeyId));
    }

    private Corrections open(Parcel parcel) {
        return new Corrections(packing.of(parcel.customerId()).stream()
                .map(promise -> new CorrectionView(promise.id(), promise.care(), promise.promisedAt()))
                .toList());
    }
}
