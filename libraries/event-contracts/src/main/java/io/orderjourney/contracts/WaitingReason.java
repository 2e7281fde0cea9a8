package io.orderjourney.contracts;

/** What the shop waits for the customer for. */
public enum WaitingReason {
    /** The customer did not answer the calls; they call back, or choose a time. */
    NOT_REACHED,
    /** A document that only the customer has. */
    DOCUMENTS_MISSING,
    /** The bank refused, or lends less: the customer chooses how to go on. */
    CREDIT_CHOICE,
    /** Everything is ready: the customer comes for the goods. */
    COLLECTION,
    /** The customer comes to sign the agreement. */
    SIGNING,
    /** Nobody can call them, so they confirm their order themselves. */
    CONFIRMATION,
    /** The courier came and met nobody: the customer chooses another day. */
    NOT_AT_HOME,
    /** Any other answer of the customer. */
    CUSTOMER_CHOICE
}
