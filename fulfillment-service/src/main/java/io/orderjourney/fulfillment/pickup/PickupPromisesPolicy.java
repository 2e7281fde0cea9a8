package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.supply.Supply;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which promises of ours an order must have, given its state. Until the customer has the goods or the journey ends there is
 * at least one, each with a due date: no silence. While a refused credit is the customer's choice, order-service promises
 * how long the goods are kept.
 */
public final class PickupPromisesPolicy {

    private PickupPromisesPolicy() {}

    /**
     * The kinds that must be open now.
     *
     * @param promised the kinds that are open
     */
    public static Set<PromiseKind> required(Pickup pickup, Supply supply, Set<PromiseKind> promised) {
        return pickup.isInParts(supply.parts())
                ? requiredInParts(pickup, supply, promised.contains(PromiseKind.REST_READY))
                : required(pickup, supply.state(), promised.contains(PromiseKind.PICKUP_READY));
    }

    /** What is here has its day, and the rest has its own; after the first part only the rest has one. */
    private static Set<PromiseKind> requiredInParts(Pickup pickup, Supply supply, boolean restPromised) {
        Set<PromiseKind> required = new LinkedHashSet<>();
        if (pickup.isClosed() || pickup.creditRefused()) {
            return required;
        }
        boolean comes = !supply.isOnShelf();
        if (supply.state() == Supply.State.EXPECTED) {
            required.add(PromiseKind.STOCK_ARRIVAL);
        }
        if (supply.state() == Supply.State.UNKNOWN) {
            required.add(PromiseKind.NEXT_UPDATE);
        }
        if (!pickup.isNotified() && !supply.parts().hasBegun()) {
            required.add(PromiseKind.PICKUP_READY);
        }
        if (pickup.board().isReady()) {
            required.add(PromiseKind.PICKUP_SLOT);
        }
        boolean dated = supply.state() != Supply.State.UNKNOWN || restPromised;
        if (dated && (comes || !pickup.isNotified())) {
            required.add(PromiseKind.REST_READY);
        }
        return required;
    }

    /**
     * The same for an order that is handed over at once.
     *
     * @param readyPromised whether the customer was given a pickup day that still stands
     */
    static Set<PromiseKind> required(Pickup pickup, Supply.State supply, boolean readyPromised) {
        Set<PromiseKind> required = new LinkedHashSet<>();
        if (pickup.isClosed() || pickup.creditRefused()) {
            return required;
        }
        if (pickup.isNotified()) {
            required.add(PromiseKind.PICKUP_SLOT);
            return required;
        }
        if (supply == Supply.State.EXPECTED) {
            required.add(PromiseKind.STOCK_ARRIVAL);
        }
        if (supply == Supply.State.UNKNOWN) {
            // No date is known, so the customer is promised the next update instead.
            required.add(PromiseKind.NEXT_UPDATE);
        }
        if (supply != Supply.State.UNKNOWN || readyPromised) {
            required.add(PromiseKind.PICKUP_READY);
        }
        if (pickup.board().isReady()) {
            // Known before "ready" is said, so that the same message says until when the goods wait.
            required.add(PromiseKind.PICKUP_SLOT);
        }
        return required;
    }

    /** What a pickup day waits for; a part that is here waits for no goods. */
    public static List<PromiseKind> waitsFor(Pickup pickup, Supply supply) {
        return waitsFor(pickup, pickup.isServedBy(supply.parts()) ? Supply.State.ON_SHELF : supply.state());
    }

    /** What a pickup day waits for: what its closed gates wait for. */
    public static List<PromiseKind> waitsFor(Pickup pickup, Supply.State supply) {
        Set<Gate> closed = EnumSet.noneOf(Gate.class);
        closed.addAll(pickup.board().closedGates());
        return waitsFor(closed, supply);
    }

    /** As for a new order of this payment. */
    public static List<PromiseKind> waitsFor(PaymentMethod payment, Supply.State supply) {
        return waitsFor(GateBoard.gatesOf(payment), supply);
    }

    private static List<PromiseKind> waitsFor(Set<Gate> closed, Supply.State supply) {
        List<PromiseKind> waitsFor = new ArrayList<>();
        if (closed.contains(Gate.ORDER_CONFIRMED)) {
            waitsFor.add(PromiseKind.CONFIRMATION_CALL);
        }
        if (supply != Supply.State.ON_SHELF) {
            waitsFor.add(PromiseKind.STOCK_ARRIVAL);
        }
        if (closed.contains(Gate.AGREEMENT_SIGNED) || closed.contains(Gate.BANK_PAPERS)) {
            waitsFor.add(PromiseKind.BANK_PAPERS);
        }
        return waitsFor;
    }
}
