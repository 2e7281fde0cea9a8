package io.orderjourney.contracts;

/** What the customer answered to a message. */
public enum CustomerAnswer {
    /** The new date is fine. */
    ACCEPT,
    /** The customer asks for another time. */
    ANOTHER_TIME,
    /** The customer wants to cancel. */
    CANCEL,
    /** The customer would rather talk to somebody. */
    CALL_ME,
    /** The customer collects what is here now, and the rest when it comes. */
    IN_PARTS,
    /** The customer collects all goods at once. */
    TOGETHER,
    /** Somebody else collects the goods: the customer asks for the code. */
    SOMEBODY_ELSE
}
