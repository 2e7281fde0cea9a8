package io.orderjourney.fulfillment.supply;

/**
 * One walk along the orders that wait for an item, from the first to the last. It goes in slices, each a short transaction,
 * and is stored between them, so a change in supply takes no longer when a hundred thousand orders wait for the item.
 *
 * @param place the place in the queue up to which every order has its share
 * @param ahead pieces that the orders up to that place still lack
 * @param event why the item is allocated again; a change that comes during the walk is told with the pass that finds it
 */
public record AllocationPass(long id, StockLevel.Key item, long place, int ahead, SupplyChanged event) {}
