package io.orderjourney.contracts;

/** What the customer answered to a delay notice. */
public enum CustomerAnswer {
    /** The new date is fine. */
    ACCEPT,
    /** The customer asks for another time. */
    ANOTHER_TIME,
    /** The customer wants to cancel. */
    CANCEL
}
