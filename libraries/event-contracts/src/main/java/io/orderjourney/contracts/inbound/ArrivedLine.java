package io.orderjourney.contracts.inbound;

/**
 * How many of one item arrived.
 *
 * @param quantity 1 or more
 */
public record ArrivedLine(String sku, int quantity) {

    /** @throws IllegalArgumentException for a quantity below 1: a reporter's mistake must not take goods off the shelf */
    public ArrivedLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line has a quantity of 1 or more");
        }
    }
}
