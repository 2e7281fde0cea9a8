package io.orderjourney.contracts.fulfillment;

/**
 * So many pieces of one item of the order.
 *
 * @param quantity 1 or more
 */
public record PartLine(String sku, String name, int quantity) {}
