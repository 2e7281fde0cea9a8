package io.orderjourney.fulfillment.supply;

/** Fewer pieces were counted than are kept for orders. */
public final class StockReserved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int reserved;

    StockReserved(StockLevel level, int found) {
        super(level.reserved() + " pieces are kept for orders, so " + found
                + " cannot be all there are: close the gate of the order whose goods are missing first");
        this.reserved = level.reserved();
    }

    /** How many pieces are kept for orders. */
    public int reserved() {
        return reserved;
    }
}
