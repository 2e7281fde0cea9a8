package io.orderjourney.contracts;

/** How a call to the customer ended. */
public enum CallOutcome {
    /** The customer was reached. */
    REACHED,
    /** Nobody answered. */
    NO_ANSWER,
    /** The customer asked to be called at another time. */
    CALL_LATER
}
