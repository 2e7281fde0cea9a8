package io.orderjourney.order.orders;

import io.orderjourney.contracts.JourneyEnd;

/** Where an order stands at SALES. */
public enum OrderState {
    /** Waits for the confirmation call. */
    PLACED,
    /** The customer confirmed it. */
    CONFIRMED,
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

    /** The state of an order that ended. */
    static OrderState of(JourneyEnd end) {
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
