package io.orderjourney.fulfillment.supply.usecase;

import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The goods that are reserved for one order, in the caller's transaction. */
@ApplicationScoped
public class OrderGoods {

    private final Reservations reservations;
    private final StockLevels levels;
    private final AllocationPasses passes;
    private final Reallocate reallocate;

    OrderGoods(Reservations reservations, StockLevels levels, AllocationPasses passes, Reallocate reallocate) {
        this.reservations = reservations;
        this.levels = levels;
        this.passes = passes;
        this.reallocate = reallocate;
    }

    /** Where the goods are, read afresh. */
    public Supply supply(UUID orderId) {
        return reservations.find(orderId).orElseThrow().supply();
    }

    /** Locks the stock of all items of the order, before the order itself is locked; empty if it reserved nothing here. */
    public Optional<LockedStock> lock(UUID orderId) {
        return reservations
                .destination(orderId)
                .map(destination -> levels.lock(destination.pickupPoint(), destination.skus()));
    }

    /**
     * The goods on the shelf for this order cannot be handed over: they leave the shelf, and the order is served again from
     * what else is there, in its old place in the queue.
     *
     * @param stock of all items of the order
     * @return what changed for whom
     */
    public List<OrderSupplyChange> writeOff(UUID orderId, LockedStock stock, SupplyChanged event) {
        return writeOff(orderId, line -> line.onShelf(), stock, event);
    }

    /** As {@link #writeOff(UUID, LockedStock, SupplyChanged)}, as many pieces of each line as are unusable. */
    public List<OrderSupplyChange> writeOff(
            UUID orderId, ToIntFunction<ReservedLine> unusable, LockedStock stock, SupplyChanged event) {
        for (WaitingLine waiting : reservations.linesForChange(orderId)) {
            ReservedLine line = waiting.line();
            int pieces = line.handedOver() ? 0 : unusable.applyAsInt(line);
            if (pieces > 0) {
                reservations.store(List.of(new WaitingLine(orderId, waiting.place(), line.lost(pieces))));
                stock.change(line.sku(), level -> level.taken(pieces).awaited(pieces));
                passes.lacks(stock.level(line.sku()).key(), waiting.place(), pieces);
            }
        }
        return reallocate.allocate(stock, event);
    }

    /**
     * The order wants its goods no more. They go to who waits next, but not in this transaction: it holds the locks of its own
     * order only, and ends as fast when thousands wait.
     *
     * @param stock of all items of the order
     */
    public void release(UUID orderId, LockedStock stock, SupplyChanged event) {
        for (WaitingLine waiting : reservations.linesForChange(orderId)) {
            ReservedLine line = waiting.line();
            String sku = line.sku();
            if (line.handedOver()) {
                continue;
            }
            if (line.onShelf() > 0) {
                stock.change(sku, level -> level.release(line.onShelf()));
            }
            if (line.missing() > 0) {
                stock.change(sku, level -> level.awaited(-line.missing()));
                passes.lacks(stock.level(sku).key(), waiting.place(), -line.missing());
            }
            if (stock.level(sku).waiting() > 0) {
                passes.leave(stock.level(sku).key(), 0, 0, event);
            }
        }
        reservations.release(orderId);
        levels.store(stock);
    }

    /**
     * The goods come back and are as good as before, and this order wants them no more. A pass gives them to who waits next.
     *
     * @param stock of all items of the order
     */
    public void takeBack(UUID orderId, LockedStock stock, SupplyChanged event) {
        for (WaitingLine waiting : reservations.linesForChange(orderId)) {
            ReservedLine line = waiting.line();
            stock.change(line.sku(), level -> level.arrived(line.quantity()));
            if (stock.level(line.sku()).waiting() > 0) {
                passes.leave(stock.level(line.sku()).key(), 0, 0, event);
            }
        }
        reservations.release(orderId);
        levels.store(stock);
    }

    /**
     * The goods that are here leave the shelf for the customer.
     *
     * @param stock of all items of the order; the caller has checked the gates
     */
    public void handOut(UUID orderId, LockedStock stock) {
        take(supply(orderId).parts().here(), stock);
    }

    /** As {@link #handOut}, while other goods of the order are still to come. */
    public void handOutPart(UUID orderId, LockedStock stock) {
        List<ReservedLine> here = supply(orderId).parts().here();
        take(here, stock);
        reservations.handedOver(orderId, here.stream().map(ReservedLine::sku).toList());
        reservations.recordSupplyChanges(List.of(orderId));
    }

    private void take(List<ReservedLine> lines, LockedStock stock) {
        lines.forEach(line -> stock.change(line.sku(), level -> level.taken(line.quantity())));
        levels.store(stock);
    }
}
