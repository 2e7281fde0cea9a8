package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order; times carry the offset of the shop's zone.
 *
 * @param firstEtaAt when the supplier expected to deliver at first
 * @param closeReason why some of it will not come; absent as long as all of it will
 * @param open something of it is still to come
 */
public record PurchaseOrderView(
        UUID id,
        String supplier,
        String pickupPoint,
        OffsetDateTime firstEtaAt,
        OffsetDateTime etaAt,
        @Nullable String etaReason,
        OffsetDateTime orderedAt,
        boolean open,
        List<OrderedGoodsView> lines,
        @Nullable String closeReason,
        long version) {

    /**
     * One item of it.
     *
     * @param cancelled pieces that will not come
     */
    public record OrderedGoodsView(String sku, int quantity, int arrived, int cancelled) {}

    static PurchaseOrderView of(PurchaseOrder order, ZoneId zone) {
        return new PurchaseOrderView(
                order.id(),
                order.supplier(),
                order.pickupPoint(),
                order.firstEtaAt().atZone(zone).toOffsetDateTime(),
                order.etaAt().atZone(zone).toOffsetDateTime(),
                order.etaReason(),
                order.orderedAt().atZone(zone).toOffsetDateTime(),
                order.isOpen(),
                order.lines().stream()
                        .map(line ->
                                new OrderedGoodsView(line.sku(), line.quantity(), line.arrived(), line.cancelled()))
                        .toList(),
                order.closeReason(),
                order.version());
    }
}
