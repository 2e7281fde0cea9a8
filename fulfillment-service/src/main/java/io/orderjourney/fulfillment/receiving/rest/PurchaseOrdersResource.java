package io.orderjourney.fulfillment.receiving.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.rest.UnknownGoodsProblem;
import io.orderjourney.fulfillment.pickup.rest.Codes;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.orderjourney.fulfillment.receiving.usecase.ChangeEtaHandler;
import io.orderjourney.fulfillment.receiving.usecase.CorrectPurchaseOrderHandler;
import io.orderjourney.fulfillment.receiving.usecase.PlacePurchaseOrderHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Purchase orders and their ETAs. */
@Path("/api/v1/purchase-orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Purchase orders")
public class PurchaseOrdersResource {

    private static final String EXAMPLE = """
            {"id": "0195c3f0-7d2a-7c11-9a53-0c8f6d2e4b10", "supplier": "mobile-import", "pickupPoint": "WAW-01",
             "firstEtaAt": "2026-03-05T12:00:00+01:00", "etaAt": "2026-03-05T12:00:00+01:00",
             "orderedAt": "2026-03-02T09:30:00+01:00", "open": true,
             "lines": [{"sku": "PHONE-X1-BLACK", "quantity": 20, "arrived": 0, "cancelled": 0}], "version": 1}
            """;

    private final PurchaseOrders orders;
    private final PlacePurchaseOrderHandler placeOrder;
    private final ChangeEtaHandler changeEta;
    private final CorrectPurchaseOrderHandler correct;
    private final SupplierCaller supplier;
    private final CurrentTerms terms;
    private final Caller caller;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PurchaseOrdersResource(
            PurchaseOrders orders,
            PlacePurchaseOrderHandler placeOrder,
            ChangeEtaHandler changeEta,
            CorrectPurchaseOrderHandler correct,
            SupplierCaller supplier,
            CurrentTerms terms,
            Caller caller) {
        this.orders = orders;
        this.placeOrder = placeOrder;
        this.changeEta = changeEta;
        this.correct = correct;
        this.supplier = supplier;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * Goods that were ordered from a supplier.
     *
     * @param id the supplier's or the warehouse's own; one is made if absent
     * @param etaAt when the supplier expects to deliver
     */
    public record PurchaseOrderRequest(
            @Nullable UUID id,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String supplier,

            @NotNull @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @NotNull @Size(min = 1, max = 500) List<@Valid OrderedGoods> lines,
            @NotNull Instant etaAt) {

        /** One item of it. */
        public record OrderedGoods(
                @NotNull @Pattern(regexp = Codes.SKU) String sku,
                @NotNull @Positive @Max(Codes.PIECES_MAX) Integer quantity) {}
    }

    /**
     * Another ETA.
     *
     * @param reason for the shop; the customer never reads it
     * @param confirmed true if an ETA that moves by more than half a year is meant; without it, such a one is refused
     */
    public record NewEta(
            @NotNull Instant etaAt,
            @Nullable @Size(max = 300) String reason,
            @Nullable Boolean confirmed) {}

    /**
     * What will still come.
     *
     * @param stillToCome pieces by SKU; nothing of an item that is not named, nothing at all if empty
     * @param reason why the rest will not come, for the shop
     */
    public record Correction(
            @NotNull @Size(max = 500)
            Map<@Pattern(regexp = Codes.SKU) String, @NotNull @PositiveOrZero @Max(Codes.PIECES_MAX) Integer>
                    stillToCome,

            @NotBlank @Size(max = 300) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.WAREHOUSE, Roles.PARTNER})
    @Operation(
            operationId = "placePurchaseOrder",
            summary = "Place a purchase order",
            description =
                    "Customers' orders that wait for such goods get a date from the ETA. A supplier places its own"
                            + " only, and sees and moves no others.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "phones", value = """
            {"supplier": "mobile-import", "pickupPoint": "WAW-01",
             "lines": [{"sku": "PHONE-X1-BLACK", "quantity": 20}], "etaAt": "2026-03-05T12:00:00+01:00"}
            """)))
    @APIResponse(
            responseCode = "201",
            description = "Placed; Location and ETag name it",
            content =
                    @Content(
                            schema = @Schema(implementation = PurchaseOrderView.class),
                            examples = @ExampleObject(name = "phones", value = EXAMPLE)))
    public RestResponse<PurchaseOrderView> place(@Valid @NotNull PurchaseOrderRequest request) {
        SupplierScope scope = supplier.signedScope();
        if (!scope.includes(request.supplier())) {
            throw Problem.validation(
                    FieldError.at("/supplier", "not-yours", "A supplier places its own purchase orders only."));
        }
        List<String> skus = request.lines().stream()
                .map(PurchaseOrderRequest.OrderedGoods::sku)
                .toList();
        if (skus.stream().distinct().count() < skus.size()) {
            throw Problem.validation(FieldError.at("/lines", "repeated", "Each item stands in one line."));
        }
        PurchaseOrder placed;
        try {
            placed = placeOrder.place(order(request), Trigger.of(caller.actor()));
        } catch (UnknownGoods unknown) {
            throw UnknownGoodsProblem.of(unknown, skus);
        }
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view(placed))
                .location(URI.create("/api/v1/purchase-orders/" + placed.id()))
                .header("ETag", Versions.etag(placed.version()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.PARTNER, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(operationId = "listPurchaseOrders", summary = "List purchase orders, the next to arrive first")
    public Page<PurchaseOrderView> list(
            @QueryParam("pickupPoint") @Nullable @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @QueryParam("open") @Nullable @Pattern(regexp = "true|false") String open,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page =
                PageRequest.of("purchase-orders?pickupPoint=" + pickupPoint + "&open=" + open, limit, cursor);
        return Page.of(
                        orders.page(
                                supplier.scope(),
                                pickupPoint,
                                "true".equals(open),
                                page.after().map(place -> new PurchaseOrders.Place(place.instant(0), place.uuid(1))),
                                page.rowsWanted()),
                        page,
                        order -> Cursor.of(order.etaAt(), order.id()))
                .map(this::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.PARTNER, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(operationId = "getPurchaseOrder", summary = "Get a purchase order")
    public RestResponse<PurchaseOrderView> show(@PathParam("id") UUID id) {
        return purchaseOrder(orders.find(id, supplier.scope()).orElseThrow(() -> new PurchaseOrder.NotFound(id)));
    }

    @PUT
    @Path("/{id}/eta")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.WAREHOUSE, Roles.PARTNER})
    @Operation(
            operationId = "changeEta",
            summary = "Change the ETA",
            description =
                    "Every customer's order that waits for the goods is forecast again, and the customer is told before"
                            + " a date slips. The supplier's own report needs no If-Match, the warehouse's does. A repetition"
                            + " with the same webhook-id changes nothing.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a day late", value = """
            {"etaAt": "2026-03-06T12:00:00+01:00", "reason": "Truck broke down near Poznan"}
            """)))
    public RestResponse<PurchaseOrderView> eta(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewEta eta)
            throws Exception {
        boolean mayOmit = caller.has(Roles.PARTNER);
        supplier.once(() -> changeEta.change(
                id,
                supplier.scope(),
                eta.etaAt(),
                eta.reason(),
                Boolean.TRUE.equals(eta.confirmed()),
                version -> {
                    if (ifMatch != null || !mayOmit) {
                        Versions.requireMatch(ifMatch, version);
                    }
                },
                Trigger.of(caller.actor())));
        return purchaseOrder(orders.find(id, supplier.scope()).orElseThrow(() -> new PurchaseOrder.NotFound(id)));
    }

    @POST
    @Path("/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "correctPurchaseOrder",
            summary = "Say what will still come",
            description =
                    "The supplier brings less than was ordered, or nothing more. Customers who came first keep what still"
                            + " comes; the others are promised the next update at once. What comes all the same is booked in"
                            + " as ever.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "nothing more", value = """
            {"stillToCome": {}, "reason": "The supplier is out of stock"}
            """)))
    @APIResponse(
            responseCode = "200",
            description = "The purchase order as it is now",
            content =
                    @Content(
                            schema = @Schema(implementation = PurchaseOrderView.class),
                            examples = @ExampleObject(name = "phones", value = EXAMPLE)))
    public RestResponse<PurchaseOrderView> correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Correction correction) {
        return purchaseOrder(correct.correct(
                id,
                correction.stillToCome(),
                correction.reason(),
                version -> Versions.requireMatch(ifMatch, version),
                Trigger.of(caller.actor())));
    }

    private PurchaseOrder order(PurchaseOrderRequest request) {
        return new PurchaseOrder(
                Objects.requireNonNullElseGet(request.id(), ids::generate),
                request.supplier(),
                request.pickupPoint(),
                request.etaAt().truncatedTo(ChronoUnit.MILLIS),
                request.etaAt().truncatedTo(ChronoUnit.MILLIS),
                null,
                Instant.EPOCH,
                request.lines().stream()
                        .map(line -> PurchaseOrder.Line.ordered(line.sku(), line.quantity()))
                        .toList(),
                null,
                0);
    }

    private RestResponse<PurchaseOrderView> purchaseOrder(PurchaseOrder order) {
        return RestResponse.ResponseBuilder.ok(view(order))
                .header("ETag", Versions.etag(order.version()))
                .build();
    }

    private PurchaseOrderView view(PurchaseOrder order) {
        return PurchaseOrderView.of(order, terms.get().zone());
    }
}
