package io.orderjourney.contracts.orders;

/**
 * More or fewer pieces of one article are ordered than before.
 *
 * @param quantityBefore pieces ordered before; 0 if it is new in the order
 * @param quantity pieces ordered now; 0 if it is not in the order any more
 */
public record LineChange(String sku, String name, int quantityBefore, int quantity) {}
