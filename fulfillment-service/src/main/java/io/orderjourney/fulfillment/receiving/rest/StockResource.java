package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.pickup.rest.Codes;
import io.orderjourney.fulfillment.receiving.usecase.CountStockHandler;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The shelves of the pickup points. */
@Path("/api/v1/stock")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
public class StockResource {

    private static final String EXAMPLE = """
            {"pickupPoint": "WAW-01", "sku": "PHONE-X1-BLACK", "onHand": 10, "reserved": 3, "free": 7, "version": 12}
            """;

    private final StockLevels levels;
    private final CountStockHandler countStock;
    private final Caller caller;

    StockResource(StockLevels levels, CountStockHandler countStock, Caller caller) {
        this.levels = levels;
        this.countStock = countStock;
        this.caller = caller;
    }

    /**
     * The stock level of one item at one pickup point.
     *
     * @param onHand pieces on the shelf
     * @param reserved pieces of them that are reserved for orders
     * @param free pieces that a new order may have
     */
    public record StockView(String pickupPoint, String sku, int onHand, int reserved, int free, long version) {

        static StockView of(StockLevel level) {
            return new StockView(
                    level.key().pickupPoint(),
                    level.key().sku(),
                    level.onHand(),
                    level.reserved(),
                    level.free(),
                    level.version());
        }
    }

    /** The pieces that were counted. */
    public record Counted(
            @NotNull @PositiveOrZero @Max(Codes.PIECES_MAX) Integer onHand) {}

    @GET
    @RolesAllowed({
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.STOREFRONT,
        Roles.CUSTOMER_CARE,
        Roles.SALES,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "listStock", summary = "List stock levels")
    public Page<StockView> list(
            @QueryParam("pickupPoint") @Nullable @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @QueryParam("sku") @Nullable @Pattern(regexp = Codes.SKU) String sku,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of("stock?pickupPoint=" + pickupPoint + "&sku=" + sku, limit, cursor);
        return Page.of(
                        levels.page(
                                pickupPoint,
                                sku,
                                page.after().map(place -> new StockLevel.Key(place.text(0), place.text(1))),
                                page.rowsWanted()),
                        page,
                        level ->
                                Cursor.of(level.key().pickupPoint(), level.key().sku()))
                .map(StockView::of);
    }

    @PUT
    @Path("/{pickupPoint}/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "countStock",
            summary = "Count a stock level",
            description =
                    "Pieces that were not known go to the orders that wait for them, first come, first served. Fewer"
                            + " pieces than are reserved for orders are refused (stock-reserved). With If-Match the count is"
                            + " taken only if nothing changed since the version that was read.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "count", value = "{\"onHand\": 10}")))
    @APIResponse(
            responseCode = "200",
            description = "The level after waiting orders got their share",
            content =
                    @Content(
                            schema = @Schema(implementation = StockView.class),
                            examples = @ExampleObject(name = "after the count", value = EXAMPLE)))
    public RestResponse<StockView> count(
            @PathParam("pickupPoint") @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @PathParam("sku") @Pattern(regexp = Codes.SKU) String sku,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Counted counted) {
        StockLevel level;
        try {
            level = countStock.count(
                    pickupPoint,
                    sku,
                    counted.onHand(),
                    version -> {
                        if (ifMatch != null) {
                            Versions.requireMatch(ifMatch, version);
                        }
                    },
                    Trigger.of(caller.actor()));
        } catch (UnknownGoods unknown) {
            throw unknown.pickupPoint() == null
                    ? Problem.notFound("article-not-found", "There is no such article in the catalogue.")
                    : Problem.notFound("pickup-point-not-found", "There is no such pickup point.");
        }
        return RestResponse.ResponseBuilder.ok(StockView.of(level))
                .header("ETag", Versions.etag(level.version()))
                .build();
    }
}
