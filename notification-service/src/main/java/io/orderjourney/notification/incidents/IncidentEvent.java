package io.orderjourney.notification.incidents;

/** What can happen to an incident after it was opened. */
public enum IncidentEvent {
    /** Somebody leads it from now on. */
    TAKE,
    /** The public was told how it stands, and when the next word comes. */
    UPDATE,
    /** One step of the plan is done. */
    STEP_DONE,
    /** The trouble is over. */
    RESOLVE,
    /** It is not over after all. */
    REOPEN,
    /** Everything is done, and the lessons are written down. */
    CLOSE,
    /** It was no incident. */
    DISMISS
}
