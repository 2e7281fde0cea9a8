package io.orderjourney.contracts;

/** How the customer pays. */
public enum PaymentMethod {
    /** On credit, agreement signed at the pickup point. */
    CREDIT,
    /** At the counter. */
    ON_PICKUP,
    /** Before the order was placed: nothing is to pay, and the payment confirms the order. */
    PREPAID
}
