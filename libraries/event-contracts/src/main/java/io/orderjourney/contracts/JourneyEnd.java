package io.orderjourney.contracts;

/** How a journey ended. */
public enum JourneyEnd {
    /** The customer holds the goods. */
    COMPLETED,
    /** The customer no longer wants them. */
    CANCELLED_BY_CUSTOMER,
    /** The shop cannot or may not deliver. */
    CANCELLED_BY_SHOP,
    /** The bank refused, and the customer chose no other way to pay in time. */
    CREDIT_REFUSED,
    /** The goods were ready and nobody came for them in time. */
    NOT_COLLECTED,
    /** The customer could not be reached to confirm the order. */
    UNREACHABLE,
    /** The customer gave the goods back. */
    RETURNED
}
