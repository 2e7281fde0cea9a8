package io.orderjourney.journeytests.load;

/** How a promise ended, in the words of the ledger, as an outsider reckons it. */
enum Ending {
    OPEN,
    OPEN_MOVED,
    KEPT_ON_TIME,
    MOVED_WITH_NOTICE,
    MOVED_LATE,
    SILENTLY_BROKEN,
    WITHDRAWN
}
