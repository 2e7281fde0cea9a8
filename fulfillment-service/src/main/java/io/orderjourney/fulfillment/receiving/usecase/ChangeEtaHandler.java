package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.receiving.EtaImplausible;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrderClosed;
import io.orderjourney.fulfillment.receiving.PurchaseOrderUnknown;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supplies;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A supplier says another time; every order that waits for it hears of it, and only those. */
@ApplicationScoped
public class ChangeEtaHandler {

    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Supplies supplies;
    private final BusinessClock clock;

    ChangeEtaHandler(PurchaseOrders orders, StockLevels levels, Supplies supplies, BusinessClock clock) {
        this.orders = orders;
        this.levels = levels;
        this.supplies = supplies;
        this.clock = clock;
    }

    /**
     * Takes the supplier's word. The same word again changes nothing.
     *
     * @param seen is given the version that is changed, and may refuse
     * @throws PurchaseOrderUnknown if nobody ordered this
     * @throws PurchaseOrderClosed if everything has arrived
     * @throws EtaImplausible if the time cannot be meant
     */
    @Transactional
    public PurchaseOrder change(UUID id, Instant etaAt, @Nullable String why, LongConsumer seen, Trigger cause) {
        PurchaseOrders.Destination destination = orders.destination(id).orElseThrow(() -> new PurchaseOrderUnknown(id));
        levels.lock(destination.pickupPoint(), destination.skus());
        PurchaseOrder before = orders.findForChange(id).orElseThrow(() -> new PurchaseOrderUnknown(id));
        seen.accept(before.version());
        Instant now = clock.instant();
        Instant newEtaAt = EtaPolicy.plausible(etaAt, now).truncatedTo(ChronoUnit.MILLIS);
        if (before.isOpen() && before.etaAt().equals(newEtaAt)) {
            return before;
        }
        PurchaseOrder after = before.expectedAt(newEtaAt, why);
        orders.store(after);
        supplies.shareOut(
                destination.pickupPoint(),
                destination.skus(),
                new SupplyChanged(
                        "expected by " + after.supplier() + " at another time",
                        now,
                        id,
                        ReasonCode.SUPPLIER_LATE,
                        cause));
        return after;
    }
}
