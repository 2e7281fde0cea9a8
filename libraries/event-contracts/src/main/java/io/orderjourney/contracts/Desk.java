package io.orderjourney.contracts;

/** A department that owns promises. */
public enum Desk {
    /** Confirms orders. */
    SALES,
    /** Credit calls, the bank, appointments, papers. */
    CREDIT,
    /** Goods on their way. */
    WAREHOUSE,
    /** The counter. */
    PICKUP_POINT,
    /** Questions and complaints. */
    CUSTOMER_CARE,
    /** Sees all, decides what desks may not. */
    MANAGEMENT
}
