package io.orderjourney.order.orders;

/** Where an order stands at SALES. */
public enum OrderState {
    /** Waits for the confirmation call. */
    PLACED,
    /** The customer confirmed it. */
    CONFIRMED,
    /** The customer holds the goods. */
    COMPLETED
}
