package io.orderjourney.fulfillment.pickup;

import java.util.UUID;

/** No order of this id is picked up here. */
public final class PickupUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PickupUnknown(UUID orderId) {
        super("No order " + orderId + " is known here");
    }
}
