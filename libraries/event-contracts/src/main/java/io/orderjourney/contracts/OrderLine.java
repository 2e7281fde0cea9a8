package io.orderjourney.contracts;

/**
 * One line of an order.
 *
 * @param quantity 1 or more
 */
public record OrderLine(String sku, String name, int quantity, Money unitPrice) {

    /** @throws IllegalArgumentException for a quantity below 1 */
    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line has a quantity of 1 or more");
        }
    }
}
