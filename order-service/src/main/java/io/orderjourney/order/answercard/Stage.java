package io.orderjourney.order.answercard;

/** The last milestone a journey has reached. */
public enum Stage {
    /** The order is here. */
    PLACED,
    /** The customer confirmed it on the telephone. */
    CONFIRMED,
    /** The bank has the credit application. */
    SUBMITTED,
    /** The bank approved. */
    APPROVED,
    /** The bank refused. */
    REFUSED,
    /** The credit agreement is signed. */
    SIGNED,
    /** Every gate is open: the customer may come. */
    READY,
    /** The customer holds the goods. */
    COMPLETED
}
