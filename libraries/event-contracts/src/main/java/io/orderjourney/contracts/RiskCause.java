package io.orderjourney.contracts;

/** What put a promise at risk. */
public enum RiskCause {
    /** Nothing happened, and the time left is short. */
    TIME_PASSING,
    /** The owner's own estimate is later than dueAt. */
    ESTIMATE,
    /** What the promise waits for is late. */
    EARLIER_STEP,
    /** Nobody confirmed the agreed time. */
    NOT_CONFIRMED,
    /** The desk's queue does not fit into the time left. */
    LOAD,
    /** The customer has to act first; that is no risk of the shop's. */
    CUSTOMERS_TURN
}
