package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.fulfillment.DeliveryAttemptFailed;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.ParcelDispatched;
import io.orderjourney.contracts.fulfillment.ParcelOutForDelivery;
import io.orderjourney.contracts.fulfillment.ParcelRecalled;
import io.orderjourney.contracts.fulfillment.ParcelReturned;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the goods of one journey are, read from its facts. */
public final class GoodsStatus {

    /** The places that matter to a customer. */
    public enum Place {
        /** Nothing is reserved yet. */
        NOT_RESERVED,
        /** Nobody has them; they must be ordered. */
        AWAITED,
        /** In a purchase order. */
        ON_THE_WAY,
        /** At the customer's pickup point; of a delivery, at the warehouse that sends it. */
        AT_PICKUP_POINT,
        /** The goods at the pickup point cannot be handed over. */
        REJECTED,
        /** The courier has them. */
        WITH_COURIER,
        /** The courier met nobody, or brings them back. */
        NOT_DELIVERED,
        /** With the customer. */
        HANDED_OVER
    }

    /**
     * Where the goods are.
     *
     * @param expectedAt when they should be at the pickup point, while they are on their way
     */
    public record Location(Place place, @Nullable Instant expectedAt) {}

    private final Map<UUID, Instant> etas = new HashMap<>();
    private Place place = Place.NOT_RESERVED;

    GoodsStatus() {}

    Location location() {
        return new Location(place, place == Place.ON_THE_WAY ? latestEta() : null);
    }

    void apply(Object data) {
        if (data instanceof GoodsReserved reserved) {
            apply(reserved);
        } else if (data instanceof StockEtaChanged changed) {
            etas.put(changed.purchaseOrderId(), changed.etaAt());
        } else if (data instanceof StockArrived) {
            place = Place.AT_PICKUP_POINT;
        } else if (data instanceof GateOpened opened && opened.gate() == Gate.GOODS_AT_PICKUP_POINT) {
            place = Place.AT_PICKUP_POINT;
        } else if (data instanceof GateClosed closed && closed.gate() == Gate.GOODS_AT_PICKUP_POINT) {
            // Others may be on their way already: their reservation is published before the gate is.
            place = place == Place.AT_PICKUP_POINT ? Place.REJECTED : place;
        } else if (data instanceof ParcelDispatched || data instanceof ParcelOutForDelivery) {
            place = Place.WITH_COURIER;
        } else if (data instanceof DeliveryAttemptFailed || data instanceof ParcelRecalled) {
            place = Place.NOT_DELIVERED;
        } else if (data instanceof ParcelReturned) {
            place = Place.AT_PICKUP_POINT;
        } else if (data instanceof PartHandedOver) {
            place = Place.ON_THE_WAY;
        } else if (data instanceof GoodsHandedOver || data instanceof ParcelDelivered) {
            place = Place.HANDED_OVER;
        }
    }

    private void apply(GoodsReserved reserved) {
        etas.clear();
        Instant expectedAt = reserved.expectedAt();
        if (expectedAt != null) {
            // The latest ETA of all of them: until one changes, it is not known which of them it belongs to.
            reserved.purchaseOrderIds().forEach(id -> etas.put(id, expectedAt));
        }
        if (reserved.onShelf()) {
            place = Place.AT_PICKUP_POINT;
        } else {
            place = expectedAt == null ? Place.AWAITED : Place.ON_THE_WAY;
        }
    }

    private @Nullable Instant latestEta() {
        return etas.values().stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
