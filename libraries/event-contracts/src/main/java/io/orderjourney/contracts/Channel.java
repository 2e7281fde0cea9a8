package io.orderjourney.contracts;

/** How a customer is reached. */
public enum Channel {
    /** E-mail. */
    EMAIL,
    /** Text message. */
    SMS,
    /** A call task for a desk. */
    CALL
}
