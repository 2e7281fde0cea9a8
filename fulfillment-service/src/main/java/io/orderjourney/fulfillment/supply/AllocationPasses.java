package io.orderjourney.fulfillment.supply;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The passes that are not at their end. Those of an item are read and changed while its stock level is locked, one after another. */
public interface AllocationPasses {

    /** Something was left for a pass; it is done after the transaction. */
    record PassLeft() {}

    /** An item with a pass to go on with, the one with the fewest slices so far first: a short queue does not wait for a long one. */
    Optional<StockLevel.Key> next();

    /** The oldest pass of each of these items that has one, by SKU. */
    Map<String, AllocationPass> underWay(String pickupPoint, Collection<String> skus);

    /**
     * Leaves the rest of an item's queue to a pass. One that has not begun and tells of the same purchase order takes this one
     * in.
     *
     * @param place the place up to which every order has its share; 0 if none has
     * @param ahead pieces that the orders up to that place still lack
     */
    void leave(StockLevel.Key item, long place, int ahead, SupplyChanged event);

    /** Leaves those who only want to be told of these items to a pass, if anybody does: one statement, however many they are. */
    void leaveAlerts(String pickupPoint, Collection<String> skus);

    /** A slice is done, up to this place. */
    void advance(AllocationPass pass, long place, int ahead);

    /** Every order has its share. */
    void end(AllocationPass pass);

    /** An order at this place lacks more pieces than before, or fewer: passes that are beyond it know. */
    void lacks(StockLevel.Key item, long place, int more);

    /** The passes of an item could not go on: others come first for a while. */
    void setBack(StockLevel.Key item);

    long count();
}
