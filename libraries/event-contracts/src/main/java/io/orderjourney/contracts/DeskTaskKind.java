package io.orderjourney.contracts;

/** What a desk is asked to do. */
public enum DeskTaskKind {
    /** Act: a promise of yours is about to slip. */
    REMINDER,
    /** Say a new date for a promise of yours. */
    NEW_DATE,
    /** Call the customer; the written channels do not reach them in time. */
    CALL_CUSTOMER,
    /** Search for papers that should be there. */
    FIND_PAPERS,
    /** A promise was missed: a manager decides what the shop does. */
    ESCALATION,
    /** The system rescheduled a promise of yours by itself: see that the new date holds. */
    RESCHEDULED_BY_SYSTEM,
    /** Pay back what the customer paid before: their order ended without the goods. */
    REFUND
}
