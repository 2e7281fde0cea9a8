package io.orderjourney.promises;

/** What is to be expected of a promise: derived from facts and time, never set. */
public enum Outlook {
    ON_TRACK,
    AT_RISK,
    /** The customer has to act first: nothing slips meanwhile. */
    WAITING,
    KEPT,
    MISSED,
    WITHDRAWN
}
