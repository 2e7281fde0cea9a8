package io.orderjourney.journeytests.load;

/** How a promise ended, with the names that the ledger uses. */
enum Outcome {
    OPEN,
    OPEN_RESCHEDULED,
    KEPT_ON_TIME,
    RESCHEDULED_WITH_NOTICE,
    RESCHEDULED_LATE,
    MISSED_UNANNOUNCED,
    WITHDRAWN
}
