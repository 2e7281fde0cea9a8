package io.orderjourney.notification.incidents;

/** What the one who leads an incident has to do; a plan says which of them, and in which order. */
public enum IncidentStep {
    /** Say it where customers talk with the shop, and answer there. */
    POST_ONLINE,
    /** Put the emergency page on the other host and send visitors there. */
    EMERGENCY_PAGE,
    /** Get hold of the partner, and ask for a time. */
    CALL_PARTNER,
    /** Give new dates to the promises that cannot be kept. */
    RESCHEDULE,
    /** Thank those who waited, and see who was let down. */
    FOLLOW_UP
}
