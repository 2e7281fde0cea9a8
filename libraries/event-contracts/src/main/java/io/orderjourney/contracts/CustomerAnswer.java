package io.orderjourney.contracts;

/** What the customer answered to a message. */
public enum CustomerAnswer {
    /** The new date is fine. */
    ACCEPT,
    /** The customer asks for another time. */
    ANOTHER_TIME,
    /** The customer wants to cancel. */
    CANCEL,
    /** The customer would rather talk to somebody. */
    CALL_ME
}
