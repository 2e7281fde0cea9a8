package io.orderjourney.contracts;

/** What follows from a diagnosis. */
public enum RepairOutcome {
    /** The article is repaired. */
    REPAIR,
    /** The customer gets another one in its place. */
    REPLACEMENT
}
