package io.orderjourney.contracts;

/** What a courier reports of a parcel. */
public enum CourierReport {
    /** The time at which it will be delivered, as the courier expects it now. */
    ETA,
    /** It is on the van for today's round. */
    OUT_FOR_DELIVERY,
    /** The customer holds it. */
    DELIVERED,
    /** The courier was at the address and met nobody. */
    NOT_AT_HOME,
    /** It is back at the shop. */
    BROUGHT_BACK
}
