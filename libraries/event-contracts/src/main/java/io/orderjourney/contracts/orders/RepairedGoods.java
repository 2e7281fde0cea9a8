package io.orderjourney.contracts.orders;

/**
 * An article that a customer brought back to be repaired.
 *
 * @param name what the order calls it
 * @param workshop name of the partner that repairs it
 * @param underWarranty whether the repair costs the customer nothing
 */
public record RepairedGoods(String sku, String name, String workshop, boolean underWarranty) {}
