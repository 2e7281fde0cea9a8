package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.usecase.AgreeSlotHandler;
import io.orderjourney.fulfillment.pickup.usecase.HandOverHandler;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupUnknown;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.pickup.usecase.OverrideGateHandler;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The counter: gates, agreed times, and the goods in the customer's hands. */
@Path("/api/v1/pickups/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pickups")
public class PickupsResource {

    private final Pickups pickups;
    private final Reservations reservations;
    private final Promises promises;
    private final OverrideGateHandler turnGate;
    private final AgreeSlotHandler agreeSlot;
    private final HandOverHandler handOver;
    private final CurrentTerms terms;
    private final Caller caller;
    private final String service;

    PickupsResource(
            Pickups pickups,
            Reservations reservations,
            Promises promises,
            OverrideGateHandler turnGate,
            AgreeSlotHandler agreeSlot,
            HandOverHandler handOver,
            CurrentTerms terms,
            Caller caller,
            @ConfigProperty(name = "journey.service") String service) {
        this.pickups = pickups;
        this.reservations = reservations;
        this.promises = promises;
        this.turnGate = turnGate;
        this.agreeSlot = agreeSlot;
        this.handOver = handOver;
        this.terms = terms;
        this.caller = caller;
        this.service = service;
    }

    /**
     * Why a gate is not true any more.
     *
     * @param why for the shop; the customer reads a blame-free text
     */
    public record Closing(@NotBlank @Size(max = 300) String why) {}

    /** By what somebody saw that a gate is true again. */
    public record Opening(@NotBlank @Size(max = 300) String evidence) {}

    /** When the customer wishes to come. */
    public record SlotWish(@NotNull Instant startsAt) {}

    /** Nothing needs to be said but that the goods were handed over. */
    public record HandOver() {}

    @GET
    @RolesAllowed({
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT,
        Roles.STOREFRONT
    })
    @Operation(summary = "How an order stands at the counter: its gates, its goods, the agreed time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PickupView.class),
                            examples = @ExampleObject(name = "waiting", value = PickupExamples.ON_ITS_WAY)))
    public RestResponse<PickupView> show(@PathParam("orderId") UUID orderId) {
        return answer(orderId);
    }

    @POST
    @Path("/gates/{gate}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE})
    @Operation(
            summary = "Say that a gate is not true any more: goods damaged, papers lost",
            description =
                    "\"Ready for pickup\" is void at once and the customer is stopped before the trip. With the gate of"
                            + " the goods, the reserved pieces leave the shelf as unusable and the order is served again.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "damaged",
                                            value = "{\"why\": \"Display broken when unpacked\"}")))
    public RestResponse<PickupView> close(
            @PathParam("orderId") UUID orderId, @PathParam("gate") Gate gate, @Valid @NotNull Closing closing) {
        turnGate.close(orderId, gate, closing.why(), Trigger.of(caller.actor()));
        return answer(orderId);
    }

    @POST
    @Path("/gates/{gate}/opening")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE})
    @Operation(
            summary = "Say that a gate that was closed at the counter is true again",
            description = "A gate whose own fact never happened cannot be opened by hand.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "found",
                                            value = "{\"evidence\": \"Papers found in the safe, folder 12\"}")))
    public RestResponse<PickupView> open(
            @PathParam("orderId") UUID orderId, @PathParam("gate") Gate gate, @Valid @NotNull Opening opening) {
        turnGate.open(orderId, gate, opening.evidence(), Trigger.of(caller.actor()));
        return answer(orderId);
    }

    @POST
    @Path("/slot")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.STOREFRONT})
    @Operation(
            summary = "Agree when the customer comes",
            description =
                    "An hour that begins at the wished time. A time at which the counter is closed is refused with the"
                            + " next possible one.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "after work",
                                            value = "{\"startsAt\": \"2026-03-10T17:30:00+01:00\"}")))
    public RestResponse<PickupView> agree(@PathParam("orderId") UUID orderId, @Valid @NotNull SlotWish wish) {
        agreeSlot.agree(orderId, wish.startsAt(), Trigger.of(caller.actor()));
        return answer(orderId);
    }

    @POST
    @Path("/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.PICKUP_POINT)
    @Operation(summary = "Hand the goods over", description = "Refused while a gate is closed, naming the gates.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "handed over", value = "{}")))
    @APIResponse(
            responseCode = "409",
            description = "A gate is closed, or the customer has the goods already",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "Problem"),
                            examples = @ExampleObject(name = "gates closed", value = PickupExamples.GATES_CLOSED)))
    public RestResponse<PickupView> handOver(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull HandOver nothing) {
        handOver.handOver(orderId, version -> Versions.requireMatch(ifMatch, version), Trigger.of(caller.actor()));
        return answer(orderId);
    }

    private RestResponse<PickupView> answer(UUID orderId) {
        Pickup pickup = pickups.find(orderId).orElseThrow(() -> new PickupUnknown(orderId));
        List<Promise> own = promises.of(orderId).stream()
                .filter(promise -> promise.isOpen() && promise.owner().equals(service))
                .toList();
        PickupView view = PickupView.of(
                pickup,
                reservations.find(orderId).orElseThrow(),
                own,
                terms.get().zone());
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(pickup.version()))
                .build();
    }
}
