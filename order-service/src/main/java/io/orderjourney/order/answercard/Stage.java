package io.orderjourney.order.answercard;

import io.orderjourney.contracts.JourneyEnd;

/** The last milestone a journey has reached, or how it ended. */
public enum Stage {
    /** The order is here. */
    PLACED,
    /** The customer confirmed it on the telephone, or by paying. */
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
    /** The courier has the parcel. */
    DISPATCHED,
    /** The customer holds the goods. */
    COMPLETED,
    /** The customer no longer wants the goods. */
    CANCELLED_BY_CUSTOMER,
    /** The shop cannot or may not deliver. */
    CANCELLED_BY_SHOP,
    /** The bank refused, and the customer chose no other way to pay in time. */
    CREDIT_REFUSED,
    /** The goods were ready and nobody came for them in time. */
    NOT_COLLECTED,
    /** The customer could not be reached. */
    UNREACHABLE,
    /** The customer gave the goods back. */
    RETURNED;

    /** The stage of a journey that ended. */
    static Stage of(JourneyEnd end) {
        return switch (end) {
            case COMPLETED -> COMPLETED;
            case CANCELLED_BY_CUSTOMER -> CANCELLED_BY_CUSTOMER;
            case CANCELLED_BY_SHOP -> CANCELLED_BY_SHOP;
            case CREDIT_REFUSED -> CREDIT_REFUSED;
            case NOT_COLLECTED -> NOT_COLLECTED;
            case UNREACHABLE -> UNREACHABLE;
            case RETURNED -> RETURNED;
        };
    }
}
