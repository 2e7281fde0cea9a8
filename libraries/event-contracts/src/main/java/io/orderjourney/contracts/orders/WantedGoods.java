package io.orderjourney.contracts.orders;

/**
 * An article that a customer wants to be told of when it is there again.
 *
 * @param name what the catalogue calls it
 * @param pickupPoint code of the counter at which they want it
 */
public record WantedGoods(String sku, String name, String pickupPoint) {}
