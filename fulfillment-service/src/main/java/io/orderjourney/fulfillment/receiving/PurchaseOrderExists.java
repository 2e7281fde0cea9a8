package io.orderjourney.fulfillment.receiving;

import java.util.UUID;

/** A purchase order of this id was placed before. */
public final class PurchaseOrderExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PurchaseOrderExists(UUID id) {
        super("Purchase order " + id + " was placed before");
    }
}
