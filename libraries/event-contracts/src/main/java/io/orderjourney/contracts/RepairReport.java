package io.orderjourney.contracts;

/** What a workshop reports of an article that it repairs. */
public enum RepairReport {
    /** The time at which the step at hand will be done, as the workshop expects it now. */
    ETA,
    /** What is wrong is found, and what follows is decided. */
    DIAGNOSED,
    /** The article left the workshop; the shop itself says when it is there. */
    SENT_BACK
}
