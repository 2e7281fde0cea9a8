package io.orderjourney.fulfillment.receiving;

import java.util.UUID;

/** Nobody here ordered this. */
public final class PurchaseOrderUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PurchaseOrderUnknown(UUID id) {
        super("There is no purchase order " + id);
    }
}
