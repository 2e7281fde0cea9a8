package io.orderjourney.fulfillment.pickup;

/** What is asked for does not fit how the order stands; the message names both. */
public final class PickupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PickupRefused(String message) {
        super(message);
    }
}
