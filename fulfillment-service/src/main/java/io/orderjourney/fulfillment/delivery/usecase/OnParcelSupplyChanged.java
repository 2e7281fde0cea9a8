package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.promises.Fact;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A change in the supply of a parcel that has not left is published, and changes its promises. */
@ApplicationScoped
public class OnParcelSupplyChanged {

    private final Parcels parcels;
    private final SyncDeliveryPromises promises;
    private final FactLog facts;
    private final BusinessClock clock;

    OnParcelSupplyChanged(Parcels parcels, SyncDeliveryPromises promises, FactLog facts, BusinessClock clock) {
        this.parcels = parcels;
        this.promises = promises;
        this.facts = facts;
        this.clock = clock;
    }

    /** Applies what an allocation changed for one parcel, in the running transaction. */
    public void apply(OrderSupplyChange change, SupplyChanged event) {
        Parcel parcel = parcels.findForChange(change.orderId()).orElseThrow();
        if (parcel.stage() != ParcelStage.PREPARING || !change.isOtherSupply()) {
            return;
        }
        Supply supply = change.after();
        facts.record(parcel.orderId(), List.of(fact(parcel, change, clock.instant())), event.trigger());
        promises.sync(parcel, supply, event.what(), event.reason(), event.trigger());
    }

    /** The dates of a parcel that has not left were promised for other goods; the day of these is not known. */
    public void forgetDates(UUID orderId, String why, Trigger trigger) {
        promises.forgetDates(orderId, why, trigger);
    }

    private static Fact<?> fact(Parcel parcel, OrderSupplyChange change, Instant now) {
        Supply supply = change.after();
        Instant etaAt = supply.expectedAt();
        UUID purchaseOrderId = supply.lastPurchaseOrderId();
        String supplier = supply.lastSupplier();
        if (!change.isOtherTime() || etaAt == null || purchaseOrderId == null || supplier == null) {
            return AcceptParcel.reserved(parcel.dispatchPoint(), supply, now);
        }
        return new Fact<>(
                EventTypes.STOCK_ETA_CHANGED,
                new StockEtaChanged(purchaseOrderId, supplier, change.expectedBefore(), etaAt, now));
    }
}
