package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.LossReason;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.pickup.usecase.AgreeSlotHandler;
import io.orderjourney.fulfillment.pickup.usecase.ChoosePartsHandler;
import io.orderjourney.fulfillment.pickup.usecase.CollectorCodes;
import io.orderjourney.fulfillment.pickup.usecase.ExtendStorageHandler;
import io.orderjourney.fulfillment.pickup.usecase.HandOverHandler;
import io.orderjourney.fulfillment.pickup.usecase.OverrideGateHandler;
import io.orderjourney.fulfillment.pickup.usecase.ReportLossHandler;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Pickups at the counter: gates, slots and the hand-over. */
@Path("/api/v1/pickups/{journeyId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pickups")
public class PickupsResource {

    private final Pickups pickups;
    private final Reservations reservations;
    private final PromiseDesk promises;
    private final OverrideGateHandler overrideGate;
    private final AgreeSlotHandler agreeSlot;
    private final ExtendStorageHandler extendStorage;
    private final ReportLossHandler reportLoss;
    private final ChoosePartsHandler chooseParts;
    private final HandOverHandler handOver;
    private final CollectorCodes codes;
    private final CurrentTerms terms;
    private final Caller caller;

    PickupsResource(
            Pickups pickups,
            Reservations reservations,
            PromiseDesk promises,
            OverrideGateHandler overrideGate,
            AgreeSlotHandler agreeSlot,
            ExtendStorageHandler extendStorage,
            ReportLossHandler reportLoss,
            ChoosePartsHandler chooseParts,
            HandOverHandler handOver,
            CollectorCodes codes,
            CurrentTerms terms,
            Caller caller) {
        this.pickups = pickups;
        this.reservations = reservations;
        this.promises = promises;
        this.overrideGate = overrideGate;
        this.agreeSlot = agreeSlot;
        this.extendStorage = extendStorage;
        this.reportLoss = reportLoss;
        this.chooseParts = chooseParts;
        this.handOver = handOver;
        this.codes = codes;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * Why a gate is no longer true.
     *
     * @param reason for the shop; the customer reads a blame-free text
     */
    public record Closure(@NotBlank @Size(max = 300) String reason) {}

    /** What shows that a gate is true again. */
    public record Opening(@NotBlank @Size(max = 300) String evidence) {}

    /** Pieces that cannot be handed over, and why. */
    public record Loss(
            @NotNull LossReason reason,
            @NotNull @Size(min = 1, max = 100) List<@Valid LostPieces> lines) {

        /** Pieces of one item. */
        public record LostPieces(
                @NotNull @Pattern(regexp = Codes.SKU) String sku,
                @NotNull @Positive @Max(Codes.PIECES_MAX) Integer quantity) {}
    }

    /** Whether the customer collects what is here before the rest comes. */
    public record PartsChoice(@NotNull Boolean inParts) {}

    /** When the customer wants to come. */
    public record SlotRequest(@NotNull Instant startsAt) {}

    /** An empty body: the request itself says that the customer asks for it. */
    public record StorageExtension() {}

    /**
     * The request itself says that the goods were handed over.
     *
     * @param code which somebody else brought; absent if the customer came themselves
     * @param restPaid whether the counter took what the credit does not cover; absent for no
     */
    public record HandOver(
            @Nullable @Size(min = 1, max = 20) String code,
            @Nullable Boolean restPaid) {}

    /** An empty body: the request itself says that somebody else collects. */
    public record SomebodyElse() {}

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
    @Operation(
            operationId = "getPickup",
            summary = "Get a pickup",
            description = "The gates of the order, its goods, its promises and the agreed slot.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PickupView.class),
                            examples = @ExampleObject(name = "waiting", value = PickupExamples.ON_ITS_WAY)))
    public RestResponse<PickupView> show(@PathParam("journeyId") UUID journeyId) {
        return pickup(journeyId);
    }

    @POST
    @Path("/gates/{gate}/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE})
    @Operation(
            operationId = "closeGate",
            summary = "Close a gate",
            description =
                    "The goods are damaged, the papers lost. \"Ready for pickup\" is withdrawn at once and the customer is"
                            + " stopped before the trip. With the gate of the goods, the reserved pieces leave the shelf as"
                            + " unusable and the order is served again.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "damaged",
                                            value = "{\"reason\": \"Display broken when unpacked\"}")))
    public RestResponse<PickupView> close(
            @PathParam("journeyId") UUID journeyId, @PathParam("gate") Gate gate, @Valid @NotNull Closure closure) {
        overrideGate.close(journeyId, gate, closure.reason(), anyVersion -> {}, Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @POST
    @Path("/gates/{gate}/openings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE})
    @Operation(
            operationId = "openGate",
            summary = "Open a gate that was closed at the counter",
            description =
                    "A gate that was never open cannot be opened by hand, and neither can one of the credit desk: it opens"
                            + " when credit reports it.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "found",
                                            value = "{\"evidence\": \"Papers found in the safe, folder 12\"}")))
    public RestResponse<PickupView> open(
            @PathParam("journeyId") UUID journeyId, @PathParam("gate") Gate gate, @Valid @NotNull Opening opening) {
        overrideGate.open(journeyId, gate, opening.evidence(), anyVersion -> {}, Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @POST
    @Path("/losses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE})
    @Operation(
            operationId = "reportLoss",
            summary = "Report pieces that cannot be handed over",
            description =
                    "By line and quantity. A free piece takes the place of each at once, and then nothing else changes."
                            + " Without one the gate of the goods closes, and the customer is told. The other lines stay"
                            + " reserved.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "scratched", value = """
            {"reason": "DAMAGED", "lines": [{"sku": "COVER-X1", "quantity": 1}]}
            """)))
    public RestResponse<PickupView> lost(@PathParam("journeyId") UUID journeyId, @Valid @NotNull Loss loss) {
        Map<String, Integer> pieces = new TreeMap<>();
        loss.lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
        reportLoss.report(journeyId, pieces, loss.reason(), anyVersion -> {}, Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @PUT
    @Path("/parts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PICKUP_POINT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.STOREFRONT})
    @Operation(
            operationId = "chooseParts",
            summary = "Collect in parts or together",
            description =
                    "For the customer, while some goods of the order are here and others are not. In parts, what is here"
                            + " and what comes later have a day each; together, all of it has the later one. Refused once"
                            + " there is nothing to choose.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "in parts", value = "{\"inParts\": true}")))
    public RestResponse<PickupView> choose(@PathParam("journeyId") UUID journeyId, @Valid @NotNull PartsChoice choice) {
        chooseParts.choose(journeyId, choice.inParts(), Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @POST
    @Path("/slot")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.STOREFRONT})
    @Operation(
            operationId = "agreeSlot",
            summary = "Agree on a pickup slot",
            description =
                    "An hour that begins at the requested time. A time at which the counter is closed is refused with"
                            + " the next possible one.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "after work",
                                            value = "{\"startsAt\": \"2026-03-10T17:30:00+01:00\"}")))
    public RestResponse<PickupView> agree(@PathParam("journeyId") UUID journeyId, @Valid @NotNull SlotRequest request) {
        agreeSlot.agree(journeyId, request.startsAt(), Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @POST
    @Path("/storage-extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.STOREFRONT})
    @Operation(
            operationId = "extendStorage",
            summary = "Store the goods for longer",
            description =
                    "On the customer's wish, once: the shop waits three business days longer before the order ends. With an"
                            + " agreed slot, agree on a later one instead.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "longer", value = "{}")))
    @APIResponse(
            responseCode = "200",
            description = "The pickup as it is now",
            content = @Content(schema = @Schema(implementation = PickupView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Extended before, a slot is agreed, the storage time is over, or nothing is stored",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "Problem"),
                            examples =
                                    @ExampleObject(name = "extended before", value = PickupExamples.EXTENDED_BEFORE)))
    public RestResponse<PickupView> extendStorage(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull StorageExtension nothing) {
        extendStorage.extend(journeyId, Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    @POST
    @Path("/collector-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.PICKUP_POINT, Roles.SALES, Roles.CUSTOMER_CARE})
    @Operation(
            operationId = "issueCollectorCode",
            summary = "Let somebody else collect",
            description =
                    "On the customer's wish. They alone are told a code, which the other person shows at the counter; an"
                            + " earlier code is void.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "somebody else", value = "{}")))
    @APIResponse(responseCode = "204", description = "The customer is told the code")
    public RestResponse<Void> issueCode(@PathParam("journeyId") UUID journeyId, @Valid @NotNull SomebodyElse nothing) {
        codes.issue(journeyId, Trigger.of(caller.actor()));
        return RestResponse.noContent();
    }

    @POST
    @Path("/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.PICKUP_POINT)
    @Operation(
            operationId = "handOver",
            summary = "Hand the goods over",
            description =
                    "Refused while a gate is closed, naming the gates. Somebody else brings the customer's code; a wrong"
                            + " one is refused, and after five of them only a new code is valid. Of an order in parts, what is here is handed"
                            + " over, and the pickup goes on with the rest.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "handed over", value = "{}")))
    @APIResponse(
            responseCode = "200",
            description = "The pickup as it is now",
            content = @Content(schema = @Schema(implementation = PickupView.class)))
    @APIResponse(
            responseCode = "409",
            description = "A gate is closed, the customer has the goods already, or the journey ended",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "Problem"),
                            examples = @ExampleObject(name = "gates closed", value = PickupExamples.GATES_CLOSED)))
    public RestResponse<PickupView> handOver(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull HandOver handed) {
        if (handed.code() != null) {
            codes.require(journeyId, handed.code());
        }
        handOver.handOver(
                journeyId,
                Boolean.TRUE.equals(handed.restPaid()),
                version -> Versions.requireMatch(ifMatch, version),
                Trigger.of(caller.actor()));
        return pickup(journeyId);
    }

    private RestResponse<PickupView> pickup(UUID journeyId) {
        Pickup pickup = pickups.find(journeyId).orElseThrow(() -> new Pickup.NotFound(journeyId));
        List<Promise> own = List.copyOf(promises.open(journeyId).values());
        PickupView view = PickupView.of(
                pickup,
                reservations.find(journeyId).orElseThrow(),
                own,
                terms.get().zone());
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(pickup.version()))
                .build();
    }
}
