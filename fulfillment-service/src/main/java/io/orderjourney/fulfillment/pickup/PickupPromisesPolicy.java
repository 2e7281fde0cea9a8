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
 * Which promises of ours an order must have, given how it stands. As long as the customer has not got his goods there is
 * at least one, and each has a due time: nobody waits for nothing.
 */
public final class PickupPromisesPolicy {

    private PickupPromisesPolicy() {}

    /**
     * The kinds that must be open now.
     *
     * @param readyPromised whether the customer was given a pickup day that still stands
     */
    public static Set<PromiseKind> wanted(Pickup pickup, Supply.State supply, boolean readyPromised) {
        Set<PromiseKind> wanted = new LinkedHashSet<>();
        if (pickup.isHandedOver()) {
            return wanted;
        }
        if (pickup.isNotified()) {
            wanted.add(PromiseKind.PICKUP_SLOT);
            return wanted;
        }
        if (supply == Supply.State.EXPECTED) {
            wanted.add(PromiseKind.STOCK_ARRIVAL);
        }
        if (supply == Supply.State.UNKNOWN) {
            // No date is known, so the customer is promised the next update instead.
            wanted.add(PromiseKind.NEXT_UPDATE);
        }
        if (supply != Supply.State.UNKNOWN || readyPromised) {
            wanted.add(PromiseKind.PICKUP_READY);
        }
        return wanted;
    }

    /** What a pickup day must wait for: whatever its closed gates wait for. */
    public static List<PromiseKind> waitsFor(Pickup pickup, Supply.State supply) {
        Set<Gate> closed = EnumSet.noneOf(Gate.class);
        closed.addAll(pickup.board().closedGates());
        return waitsFor(closed, supply);
    }

    /** As for an order of this payment of which nothing has happened yet. */
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
