package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.catalogue.UnknownGoods;
import io.orderjourney.fulfillment.catalogue.rest.UnknownGoodsProblem;
import io.orderjourney.fulfillment.pickup.rest.Codes;
import io.orderjourney.fulfillment.receiving.StockArrival;
import io.orderjourney.fulfillment.receiving.usecase.BookInArrivalHandler;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

/** Arrivals of goods. */
@Path("/api/v1/stock-arrivals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stock")
public class StockArrivalsResource {

    private static final String EXAMPLE = """
            {"reference": "WZ-2026-0311", "pickupPoint": "WAW-01",
             "purchaseOrderId": "0195c3f0-7d2a-7c11-9a53-0c8f6d2e4b10", "piecesBySku": {"PHONE-X1-BLACK": 20},
             "arrivedAt": "2026-03-05T11:40:00+01:00", "bookedInAt": "2026-03-05T11:52:07+01:00",
             "bookedInBy": "warehouse"}
            """;

    private final BookInArrivalHandler bookIn;
    private final CurrentTerms terms;
    private final Caller caller;

    StockArrivalsResource(BookInArrivalHandler bookIn, CurrentTerms terms, Caller caller) {
        this.bookIn = bookIn;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * Goods that came in at a pickup point.
     *
     * @param reference the reporter's own; a repetition changes nothing, whatever the key of the request
     * @param arrivedAt if it was not just now
     */
    public record Arrived(
            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}")
            String reference,

            @NotNull @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @Nullable UUID purchaseOrderId,
            @NotNull @Size(min = 1, max = 500) List<@Valid ArrivedGoods> lines,
            @Nullable Instant arrivedAt) {

        /** One item of it. */
        public record ArrivedGoods(
                @NotNull @Pattern(regexp = Codes.SKU) String sku,
                @NotNull @Positive @Max(Codes.PIECES_MAX) Integer quantity) {}
    }

    /** An arrival as it was booked in. */
    public record ArrivalView(
            String reference,
            String pickupPoint,
            @Nullable UUID purchaseOrderId,
            Map<String, Integer> piecesBySku,
            OffsetDateTime arrivedAt,
            OffsetDateTime bookedInAt,
            String bookedInBy) {

        static ArrivalView of(StockArrival arrival, ZoneId zone) {
            return new ArrivalView(
                    arrival.reference(),
                    arrival.pickupPoint(),
                    arrival.purchaseOrderId(),
                    new TreeMap<>(arrival.piecesBySku()),
                    arrival.arrivedAt().atZone(zone).toOffsetDateTime(),
                    arrival.bookedInAt().atZone(zone).toOffsetDateTime(),
                    arrival.bookedInBy());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.WAREHOUSE)
    @Operation(
            operationId = "bookInArrival",
            summary = "Book in an arrival",
            description =
                    "Only the shop's own warehouse says what lies on its shelves. The goods go to the orders that wait"
                            + " longest; the gate of an order with all its goods opens. 201 the"
                            + " first time, 200 with what was booked in then when the reference is known.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "delivery", value = """
            {"reference": "WZ-2026-0311", "pickupPoint": "WAW-01",
             "purchaseOrderId": "0195c3f0-7d2a-7c11-9a53-0c8f6d2e4b10",
             "lines": [{"sku": "PHONE-X1-BLACK", "quantity": 20}]}
            """)))
    @APIResponse(
            responseCode = "201",
            description = "Booked in",
            content =
                    @Content(
                            schema = @Schema(implementation = ArrivalView.class),
                            examples = @ExampleObject(name = "delivery", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Was booked in before; nothing changed",
            content = @Content(schema = @Schema(implementation = ArrivalView.class)))
    public RestResponse<ArrivalView> arrived(@Valid @NotNull Arrived arrived) {
        Map<String, Integer> pieces = new TreeMap<>();
        arrived.lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
        BookInArrivalHandler.BookedIn booked;
        try {
            booked = bookIn.bookIn(
                    arrived.reference(),
                    arrived.pickupPoint(),
                    arrived.purchaseOrderId(),
                    pieces,
                    arrived.arrivedAt(),
                    Trigger.of(caller.actor()));
        } catch (UnknownGoods unknown) {
            throw UnknownGoodsProblem.of(
                    unknown,
                    arrived.lines().stream().map(Arrived.ArrivedGoods::sku).toList());
        }
        return RestResponse.ResponseBuilder.create(
                        booked.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        ArrivalView.of(booked.arrival(), terms.get().zone()))
                .build();
    }
}
