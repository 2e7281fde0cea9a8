package io.orderjourney.contracts;

/**
 * One line of an order.
 *
 * @param quantity 1 or more
 */
public record OrderLine(String sku, String name, int quantity, Money unitPrice) {}
