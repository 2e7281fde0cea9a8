package io.orderjourney.fulfillment.receiving;

/**
 * One item of a purchase order.
 *
 * @param quantity pieces ordered, 1 or more
 * @param arrived pieces that came in; more than ordered if the supplier sent too many
 */
public record PurchaseOrderLine(String sku, int quantity, int arrived) {

    /** Pieces still to come. */
    public int missing() {
        return Math.max(0, quantity - arrived);
    }
}
