package io.orderjourney.journeytests.load;

/** How a promise ended, in the words of the ledger, as an outsider reckons it. */
enum Ending {
    OPEN,
    OPEN_RESCHEDULED,
    KEPT_ON_TIME,
    RESCHEDULED_WITH_NOTICE,
    RESCHEDULED_LATE,
    MISSED_UNANNOUNCED,
    WITHDRAWN
}
