package io.orderjourney.contracts;

/** The rungs of the warning ladder, in the order in which time reaches them. */
public enum Rung {
    /** A forecast fell behind dueAt before any rung was reached. */
    FORESEEN,
    /** The desk is reminded. */
    NUDGE,
    /** The desk is asked for a new date. */
    ASK,
    /** The latest useful time of the customer's channel: the system re-promises by itself. */
    LAST_WORD,
    /** An agreed window is nearly over and the promise was not kept. */
    OVERRUN,
    /** dueAt. */
    DUE
}
