package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.delivery.rest.ParcelView;
import io.orderjourney.fulfillment.delivery.rest.ParcelViews;
import io.orderjourney.fulfillment.receiving.usecase.CheckInReturnHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Parcels that come back. */
@Path("/api/v1/parcels/{journeyId}/check-in")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parcels")
public class ReturnsResource {

    private final CheckInReturnHandler checkIn;
    private final ParcelViews views;
    private final Caller caller;

    ReturnsResource(CheckInReturnHandler checkIn, ParcelViews views, Caller caller) {
        this.checkIn = checkIn;
        this.views = views;
        this.caller = caller;
    }

    /** An empty body: the request itself says that the warehouse has the goods in hand. */
    public record CheckIn() {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "checkInParcel",
            summary = "Check a returned parcel in",
            description =
                    "Its goods are on the shelf again, for who waits next, and the journey ends. The courier's word"
                            + " that it is back does not do that: only who has the goods in hand books them in.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "checked in", value = "{}")))
    public RestResponse<ParcelView> checkIn(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CheckIn nothing) {
        return views.response(checkIn.checkIn(
                journeyId, version -> Versions.requireMatch(ifMatch, version), Trigger.of(caller.actor())));
    }
}
