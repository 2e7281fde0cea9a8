package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.delivery.usecase.OnParcelSupplyChanged;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.ChangeGoods;
import io.orderjourney.fulfillment.supply.usecase.FactLog;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.fulfillment.supply.usecase.ReserveGoods.Wanted;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.usecase.AgreedDelays;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The customer changed what they ordered: the goods follow line by line, then the gates and the promises. A date that their
 * wish makes later is no slip of the shop; a date that holds stays.
 */
@ApplicationScoped
public class OnOrderChanged {

    private static final Logger LOG = Logger.getLogger(OnOrderChanged.class);
    private static final String WHAT = "the customer changed the order";

    private final Pickups pickups;
    private final Parcels parcels;
    private final ChangeGoods changeGoods;
    private final OrderGoods goods;
    private final OnSupplyChanged onSupply;
    private final OnParcelSupplyChanged onParcel;
    private final SyncPickupPromises promises;
    private final AgreedDelays delays;
    private final FactLog facts;
    private final BusinessClock clock;

    OnOrderChanged(
            Pickups pickups,
            Parcels parcels,
            ChangeGoods changeGoods,
            OrderGoods goods,
            OnSupplyChanged onSupply,
            OnParcelSupplyChanged onParcel,
            SyncPickupPromises promises,
            AgreedDelays delays,
            FactLog facts,
            BusinessClock clock) {
        this.pickups = pickups;
        this.parcels = parcels;
        this.changeGoods = changeGoods;
        this.goods = goods;
        this.onSupply = onSupply;
        this.onParcel = onParcel;
        this.promises = promises;
        this.delays = delays;
        this.facts = facts;
        this.clock = clock;
    }

    /** Applies a change; what comes after the goods were handed over or left changes nothing here. */
    @Transactional
    public void changed(UUID orderId, OrderChanged change, Trigger trigger) {
        Collection<Wanted> wanted = AcceptOrder.goods(change.lines());
        Optional<LockedStock> stock = changeGoods.lock(orderId, wanted);
        if (stock.isEmpty()) {
            return;
        }
        Optional<Pickup> pickup = pickups.findForChange(orderId);
        if (pickup.map(Pickup::isClosed).orElseGet(() -> hasLeft(orderId))) {
            LOG.infof("Order %s was changed after its goods had left: they stay as they are", orderId);
            return;
        }
        Supply before = goods.supply(orderId);
        boolean notCollected = change.reason() == ReasonCode.CUSTOMER_DID_NOT_COME;
        if (notCollected && isWithCustomer(change, before)) {
            LOG.warnf("Order %s: the customer came in the last moment, and has what was given up", orderId);
            return;
        }
        pickup.map(known -> known.repriced(change.total()))
                .ifPresent(known -> store(known, before, notCollected, trigger));
        Set<UUID> slipping = delays.slipping(orderId);
        SupplyChanged free = SupplyChanged.released("another order does not need its goods", clock.instant(), trigger);
        List<OrderSupplyChange> changes = changeGoods.change(orderId, wanted, stock.get(), free);
        Supply after = goods.supply(orderId);
        if (after.state() == Supply.State.UNKNOWN && before.state() != Supply.State.UNKNOWN) {
            forgetDates(orderId, pickup.isPresent(), trigger);
        }
        onSupply.apply(
                changes, new SupplyChanged(WHAT, clock.instant(), null, null, ReasonCode.CUSTOMER_ASKED, trigger));
        if (pickup.isPresent()) {
            tellParts(pickups.findForChange(orderId).orElseThrow(), before, after, changes, trigger);
        }
        delays.agreeLater(orderId, slipping, trigger.actor());
    }

    private static boolean isWithCustomer(OrderChanged change, Supply supply) {
        Set<String> gone = change.changes().stream().map(LineChange::sku).collect(Collectors.toSet());
        return supply.parts().handedOver().stream().anyMatch(line -> gone.contains(line.sku()));
    }

    private void store(Pickup repriced, Supply supply, boolean notCollected, Trigger trigger) {
        if (!notCollected) {
            pickups.store(repriced);
            return;
        }
        Decision<Pickup> decision = PartsPolicy.notCollected(repriced, supply.parts(), clock.instant());
        pickups.store(decision.state());
        facts.record(repriced.orderId(), decision.facts(), trigger);
        promises.partNotCollected(decision.state(), trigger);
    }

    private boolean hasLeft(UUID orderId) {
        return parcels.findForChange(orderId)
                .map(Parcel::stage)
                .filter(stage -> stage == ParcelStage.PREPARING)
                .isEmpty();
    }

    /** It is not known when the added goods come: the day that was promised without them is not that of all. */
    private void forgetDates(UUID orderId, boolean collected, Trigger trigger) {
        if (collected) {
            promises.forgetReady(orderId, WHAT, trigger);
        } else {
            onParcel.forgetDates(orderId, WHAT, trigger);
        }
    }

    /** Who was told which goods are where hears of other ones, even where no other line is here. */
    private void tellParts(
            Pickup pickup, Supply before, Supply after, List<OrderSupplyChange> changes, Trigger trigger) {
        boolean concerns = before.parts().isSplit() || after.parts().isSplit();
        boolean told = changes.stream().anyMatch(OrderSupplyChange::isOtherSplit);
        if (concerns && !told && !before.parts().equals(after.parts())) {
            facts.record(pickup.orderId(), List.of(PartsPolicy.told(pickup, after.parts(), clock.instant())), trigger);
        }
    }
}
