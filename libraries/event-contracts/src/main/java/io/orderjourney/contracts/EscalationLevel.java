package io.orderjourney.contracts;

/** The escalation levels before a due date, in the order in which time reaches them. */
public enum EscalationLevel {
    /** A forecast fell behind dueAt before any escalation level was reached. */
    FORESEEN,
    /** The desk is reminded. */
    REMINDER,
    /** The desk is asked for a new date. */
    REQUEST_NEW_DATE,
    /** The latest useful time of the customer's channel: the system re-promises by itself. */
    AUTO_RESCHEDULE,
    /** An agreed window is nearly over and the promise was not kept. */
    OVERDUE,
    /** dueAt passed unkept. */
    MISSED,
    /** The customer's turn: half of the time that the shop waits for them is over. */
    CUSTOMER_REMINDER,
    /** The customer's turn: the shop waited as long as it waits. */
    WAITING_EXPIRED
}
