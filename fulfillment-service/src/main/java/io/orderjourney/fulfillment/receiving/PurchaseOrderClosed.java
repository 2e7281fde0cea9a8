package io.orderjourney.fulfillment.receiving;

import java.util.UUID;

/** Everything of this purchase order has arrived. */
public final class PurchaseOrderClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PurchaseOrderClosed(UUID id) {
        super("Purchase order " + id + " has arrived: no other time can be expected");
    }
}
