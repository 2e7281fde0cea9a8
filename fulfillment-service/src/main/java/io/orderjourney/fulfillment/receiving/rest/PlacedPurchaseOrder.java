package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.pickup.rest.Codes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that were ordered from a supplier.
 *
 * @param id the supplier's or the warehouse's own; one is made if absent
 * @param etaAt when the supplier expects to deliver
 */
public record PlacedPurchaseOrder(
        @Nullable UUID id,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String supplier,
        @NotNull @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
        @NotNull @Size(min = 1, max = 500) List<@Valid OrderedGoods> lines,
        @NotNull Instant etaAt) {

    /** One item of it. */
    public record OrderedGoods(
            @NotNull @Pattern(regexp = Codes.SKU) String sku,
            @NotNull @Positive @Max(Codes.PIECES_MAX) Integer quantity) {}
}
