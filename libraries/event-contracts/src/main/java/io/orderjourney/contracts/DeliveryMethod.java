package io.orderjourney.contracts;

/** How the goods reach the customer. */
public enum DeliveryMethod {
    /** The customer collects them at a pickup point. */
    PICKUP,
    /** A courier brings them to the customer's address. */
    COURIER
}
