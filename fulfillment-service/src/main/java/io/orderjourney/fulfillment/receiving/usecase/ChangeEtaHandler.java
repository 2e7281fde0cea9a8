package io.orderjourney.fulfillment.receiving.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.pickup.usecase.OnSupplyChanged;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.Reallocate;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A supplier reports another ETA; the orders that wait for the goods, and only those, get another forecast. */
@ApplicationScoped
public class ChangeEtaHandler {

    private static final Logger LOG = Logger.getLogger(ChangeEtaHandler.class);

    private final PurchaseOrders orders;
    private final StockLevels levels;
    private final Reallocate reallocate;
    private final OnSupplyChanged onSupplyChanged;
    private final BusinessClock clock;

    ChangeEtaHandler(
            PurchaseOrders orders,
            StockLevels levels,
            Reallocate reallocate,
            OnSupplyChanged onSupplyChanged,
            BusinessClock clock) {
        this.orders = orders;
        this.levels = levels;
        this.reallocate = reallocate;
        this.onSupplyChanged = onSupplyChanged;
        this.clock = clock;
    }

    /**
     * Changes the ETA. The same ETA again changes nothing.
     *
     * @param seen is given the version that is changed, and may refuse
     * @throws PurchaseOrder.NotFound if there is no such purchase order
     * @throws PurchaseOrder.FullyArrived if everything has arrived
     * @throws EtaPolicy.Implausible if the time cannot be meant
     * @throws EtaPolicy.Doubtful if it moves so far that somebody has to say that it is meant
     */
    @Transactional
    public PurchaseOrder change(UUID id, Instant etaAt, @Nullable String reason, LongConsumer seen, Trigger trigger) {
        return change(id, SupplierScope.ALL, etaAt, reason, false, seen, trigger);
    }

    /**
     * As {@link #change(UUID, Instant, String, LongConsumer, Trigger)}.
     *
     * @param scope whose purchase orders there are for the caller
     * @param meant somebody was asked whether so large a correction is meant
     */
    @Transactional
    public PurchaseOrder change(
            UUID id,
            SupplierScope scope,
            Instant etaAt,
            @Nullable String reason,
            boolean meant,
            LongConsumer seen,
            Trigger trigger) {
        PurchaseOrders.Destination destination =
                orders.destination(id, scope).orElseThrow(() -> new PurchaseOrder.NotFound(id));
        LockedStock stock = levels.lock(destination.pickupPoint(), destination.skus());
        PurchaseOrder before = orders.findForChange(id).orElseThrow(() -> new PurchaseOrder.NotFound(id));
        seen.accept(before.version());
        Instant now = clock.instant();
        Instant newEtaAt = EtaPolicy.plausible(etaAt, now).truncatedTo(ChronoUnit.MILLIS);
        if (before.isOpen() && before.etaAt().equals(newEtaAt)) {
            return before;
        }
        EtaPolicy.requireMeant(before.etaAt(), newEtaAt, meant);
        PurchaseOrder after = before.expectedAt(newEtaAt, reason);
        orders.store(after);
        SupplyChanged event = SupplyChanged.ofPurchaseOrder(
                id, "ETA changed by " + after.supplier(), now, ReasonCode.SUPPLIER_LATE, trigger);
        onSupplyChanged.apply(reallocate.allocate(stock, event), event);
        return after;
    }

    /**
     * What {@link #change} would lead to for the first thousand orders: it is done, and undone.
     *
     * @throws PurchaseOrder.NotFound if there is no such purchase order
     * @throws PurchaseOrder.FullyArrived if nothing is left to expect
     * @throws EtaPolicy.Implausible if the time cannot be meant
     */
    @Transactional
    public List<OrderSupplyChange> foresee(UUID id, Instant etaAt) {
        PurchaseOrders.Destination destination =
                orders.destination(id).orElseThrow(() -> new PurchaseOrder.NotFound(id));
        LockedStock stock = levels.lock(destination.pickupPoint(), destination.skus());
        Instant now = clock.instant();
        orders.store(orders.findForChange(id).orElseThrow().expectedAt(EtaPolicy.plausible(etaAt, now), null));
        List<OrderSupplyChange> changes = reallocate.foresee(stock);
        QuarkusTransaction.setRollbackOnly();
        return changes;
    }

    /**
     * As {@link #change}, for a report that gets no response: an implausible ETA, and one that would be asked back, is
     * ignored. As a dead letter it would block the correction that follows it.
     *
     * @param scope whose purchase orders there are for who reports
     * @throws PurchaseOrder.NotFound if there is no such purchase order for them
     */
    @Transactional
    public void report(UUID id, SupplierScope scope, Instant etaAt, @Nullable String reason, Trigger trigger) {
        boolean doubtful = orders.find(id)
                .filter(order -> EtaPolicy.isDoubtful(order.etaAt(), etaAt))
                .isPresent();
        if (doubtful || !EtaPolicy.isPlausible(etaAt, clock.instant())) {
            LOG.warnf("Ignored an implausible ETA of purchase order %s from %s: %s", id, trigger.actor(), etaAt);
            return;
        }
        change(id, scope, etaAt, reason, false, anyVersion -> {}, trigger);
    }
}
