package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods.Wanted;
import io.orderjourney.promises.Fact;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Accepts an order that a courier brings: reserves its goods at the warehouse, and promises the dispatch and the day. */
@ApplicationScoped
public class AcceptParcel {

    private final Parcels parcels;
    private final ReserveGoods reserveGoods;
    private final SyncDeliveryPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    AcceptParcel(
            Parcels parcels,
            ReserveGoods reserveGoods,
            SyncDeliveryPromises promises,
            FactLog facts,
            BusinessClock clock) {
        this.parcels = parcels;
        this.reserveGoods = reserveGoods;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** Accepts an order; one that is known already changes nothing. */
    @Transactional
    public void accept(UUID orderId, OrderPlaced order, Collection<Wanted> goods, Trigger trigger) {
        Parcel parcel = Parcel.placed(
                orderId,
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.pickupPoint(),
                order.placedAt());
        if (parcels.findForChange(orderId).isPresent() || !parcels.add(parcel)) {
            return;
        }
        Supply supply = reserveGoods.reserve(orderId, parcel.dispatchPoint(), goods);
        facts.record(orderId, List.of(reserved(parcel.dispatchPoint(), supply, clock.instant())), trigger);
        promises.sync(parcel, supply, "order placed", ReasonCode.EARLIER_STEP_LATE, trigger);
    }

    /** What is published of a reservation, at first and whenever its goods come from elsewhere, or nobody knows from where. */
    static Fact<GoodsReserved> reserved(String dispatchPoint, Supply supply, Instant now) {
        return new Fact<>(
                EventTypes.GOODS_RESERVED,
                new GoodsReserved(
                        dispatchPoint,
                        supply.isOnShelf(),
                        supply.purchaseOrderIds(),
                        supply.expectedAt(),
                        now,
                        supply.lastSupplier()));
    }
}
