package io.orderjourney.contracts.inbound;

/**
 * How many of one item arrived.
 */
public record ArrivedLine(String sku, int quantity) {}
