package io.orderjourney.fulfillment.delivery;

/** Where the parcel of an order is. */
public enum ParcelStage {
    /** At the warehouse, or its goods are still on their way there. */
    PREPARING,
    /** The courier has it. */
    DISPATCHED,
    /** On today's round. */
    OUT_FOR_DELIVERY,
    /** The courier came and met nobody; the customer chooses another day. */
    NOT_AT_HOME,
    /** The customer holds it. */
    DELIVERED,
    /** The courier is to bring it back. */
    RETURNING,
    /** The courier says that it is back; the warehouse has not checked it in. */
    BROUGHT_BACK,
    /** Its goods are on the shelf again. */
    RETURNED,
    /** The journey ended before it was dispatched. */
    CANCELLED;

    /** Whether the courier has it and the customer still waits for it. */
    public boolean isOnTheWay() {
        return this == DISPATCHED || this == OUT_FOR_DELIVERY || this == NOT_AT_HOME;
    }

    /** Whether nothing happens with it any more. */
    public boolean isClosed() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }
}
