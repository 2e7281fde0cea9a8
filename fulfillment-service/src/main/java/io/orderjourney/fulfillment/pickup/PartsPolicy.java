package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.fulfillment.supply.GoodsParts;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of which some goods are here and others are not. Its customer chooses: together, which nobody has to ask for, or
 * in parts. In parts its gate of the goods is open while anything is here, and closes when that is handed over.
 */
public final class PartsPolicy {

    private PartsPolicy() {}

    /**
     * The customer collects what is here now and the rest when it comes, or everything at once. The same again changes
     * nothing.
     *
     * @throws Pickup.Refused if there is nothing to choose, some goods are ready or handed over already, or the pickup is
     *     closed
     */
    public static Decision<Pickup> chosen(Pickup pickup, boolean inParts, GoodsParts goods, Instant at) {
        pickup.requireHere(inParts ? "collected in parts" : "collected together");
        if (inParts == pickup.inParts()) {
            return Decision.unchanged(pickup);
        }
        if (inParts && !goods.isSplit()) {
            throw new Pickup.Refused("All goods of the order are in one place: it cannot be collected in parts");
        }
        if (!inParts && (goods.hasBegun() || pickup.board().isReady())) {
            throw new Pickup.Refused(
                    "A part of the order is ready or was handed over: it cannot be collected together any more");
        }
        Gate gate = Gate.GOODS_AT_PICKUP_POINT;
        Decision<GateBoard> moved = inParts
                ? pickup.board().opened(gate, at)
                : pickup.board().closed(gate, "the customer collects everything together", at);
        Pickup after = pickup.with(moved.state(), inParts);
        List<Fact<?>> facts = new ArrayList<>();
        facts.add(told(after, goods, at));
        facts.addAll(moved.facts());
        return new Decision<>(after, facts);
    }

    /**
     * The goods that are here change hands; the pickup goes on with the others.
     *
     * @throws GatesClosed while a gate is closed
     * @throws Pickup.Refused if the customer has the goods already, or the journey ended without them
     */
    public static Decision<Pickup> handedOver(Pickup pickup, String by, GoodsParts goods, Instant at) {
        pickup.requireHandOver();
        GateBoard board = pickup.board();
        List<Fact<?>> facts = new ArrayList<>();
        facts.add(new Fact<>(
                EventTypes.PART_HANDED_OVER,
                new PartHandedOver(board.pickupPoint(), board.readiness(), lines(goods.here()), by, at)));
        Decision<GateBoard> released = board.released("the rest of the goods is not here yet", at);
        facts.addAll(released.facts());
        return new Decision<>(pickup.with(released.state(), pickup.inParts()), facts);
    }

    /**
     * The goods that are here were not collected in time and go back on the shelf; their customer is not on the way, so no
     * readiness is withdrawn. What still comes is collected together, unless a part was handed over before.
     */
    public static Decision<Pickup> notCollected(Pickup pickup, GoodsParts goods, Instant at) {
        Decision<GateBoard> released = pickup.board().released("a part was not collected in time", at);
        return new Decision<>(pickup.with(released.state(), goods.hasBegun()), released.facts());
    }

    /**
     * What is told when other goods are here than before: which, and that the order is ready, if it was and still is.
     *
     * @param before the order before they moved
     */
    public static List<Fact<?>> moved(Pickup before, Pickup after, GoodsParts goods, Instant at) {
        List<Fact<?>> facts = new ArrayList<>();
        facts.add(told(after, goods, at));
        if (before.board().isReady()) {
            facts.addAll(after.board().stillReady());
        }
        return facts;
    }

    /** Which goods are where. */
    public static Fact<PartsChanged> told(Pickup pickup, GoodsParts goods, Instant at) {
        return new Fact<>(
                EventTypes.PARTS_CHANGED,
                new PartsChanged(
                        pickup.board().pickupPoint(),
                        pickup.inParts(),
                        lines(goods.handedOver()),
                        lines(goods.here()),
                        lines(goods.coming()),
                        at));
    }

    /**
     * What the customer pays at the counter with what is here, or with what comes next if nothing is; null for nothing, and
     * as long as it is not known.
     */
    public static @Nullable Money amountDue(Pickup pickup, GoodsParts goods) {
        Money total = pickup.total();
        if (pickup.payment() == PaymentMethod.CREDIT && !pickup.isClosed()) {
            return pickup.rest();
        }
        if (pickup.payment() != PaymentMethod.ON_PICKUP || pickup.isClosed() || total == null) {
            return null;
        }
        if (!pickup.isInParts(goods)) {
            return total;
        }
        long due = 0;
        for (ReservedLine line : goods.here().isEmpty() ? goods.coming() : goods.here()) {
            Long price = line.priceMinor();
            if (price == null) {
                return goods.hasBegun() ? null : total;
            }
            due += price;
        }
        return new Money(due, total.currency());
    }

    private static List<PartLine> lines(Collection<ReservedLine> lines) {
        return lines.stream()
                .map(line -> new PartLine(line.sku(), line.name(), line.quantity()))
                .toList();
    }
}
