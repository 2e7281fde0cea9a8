package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows the goods of one journey. */
final class GoodsSoFar {

    private final Map<UUID, Instant> etas = new HashMap<>();
    private Whereabouts.Place place = Whereabouts.Place.NOT_RESERVED;

    Whereabouts whereabouts() {
        return new Whereabouts(place, place == Whereabouts.Place.ON_THE_WAY ? latestEta() : null);
    }

    void take(Object data) {
        if (data instanceof GoodsReserved reserved) {
            take(reserved);
        } else if (data instanceof StockEtaChanged changed) {
            etas.put(changed.purchaseOrderId(), changed.etaAt());
        } else if (data instanceof StockArrived) {
            place = Whereabouts.Place.AT_PICKUP_POINT;
        } else if (data instanceof GateOpened opened && opened.gate() == Gate.GOODS_AT_PICKUP_POINT) {
            place = Whereabouts.Place.AT_PICKUP_POINT;
        } else if (data instanceof GateClosed closed && closed.gate() == Gate.GOODS_AT_PICKUP_POINT) {
            // Others may be on their way already: their reservation is told before the gate is.
            place = place == Whereabouts.Place.AT_PICKUP_POINT ? Whereabouts.Place.NOT_FIT : place;
        } else if (data instanceof GoodsHandedOver) {
            place = Whereabouts.Place.HANDED_OVER;
        }
    }

    private void take(GoodsReserved reserved) {
        etas.clear();
        Instant expectedAt = reserved.expectedAt();
        if (expectedAt != null) {
            // The latest ETA of all of them: until one changes, nobody said which of them it belongs to.
            reserved.purchaseOrderIds().forEach(id -> etas.put(id, expectedAt));
        }
        if (reserved.onShelf()) {
            place = Whereabouts.Place.AT_PICKUP_POINT;
        } else {
            place = expectedAt == null ? Whereabouts.Place.WANTED : Whereabouts.Place.ON_THE_WAY;
        }
    }

    private @Nullable Instant latestEta() {
        return etas.values().stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
