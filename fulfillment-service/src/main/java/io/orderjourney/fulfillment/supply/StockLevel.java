package io.orderjourney.fulfillment.supply;

/**
 * How many pieces of one item lie on the shelf of a pickup point, and how many of them are kept for orders.
 *
 * @param onHand all pieces on the shelf, reserved or not
 * @param reserved never more than are on hand
 * @param version counts the changes
 */
public record StockLevel(StockKey key, int onHand, int reserved, long version) {

    /** @throws IllegalArgumentException if more is reserved than there is: that would be overselling */
    public StockLevel {
        if (onHand < 0 || reserved < 0 || reserved > onHand) {
            throw new IllegalArgumentException(
                    key + " cannot have " + reserved + " reserved of " + onHand + " on hand");
        }
    }

    /** Nothing there yet. */
    public static StockLevel empty(StockKey key) {
        return new StockLevel(key, 0, 0, 0);
    }

    /** Pieces that a new order may have. */
    public int free() {
        return onHand - reserved;
    }

    /**
     * Somebody counted the shelf.
     *
     * @throws StockReserved if he found fewer pieces than are kept for orders: which customer goes without is a decision
     *     about an order, not about a number
     */
    public StockLevel counted(int found) {
        if (found < reserved) {
            throw new StockReserved(this, found);
        }
        return new StockLevel(key, found, reserved, version + 1);
    }

    /** Pieces came in. */
    public StockLevel arrived(int pieces) {
        return new StockLevel(key, Math.addExact(onHand, pieces), reserved, version + 1);
    }

    /** Free pieces are kept for orders from now on. */
    public StockLevel reserve(int pieces) {
        return new StockLevel(key, onHand, reserved + pieces, version + 1);
    }

    /** Reserved pieces left the shelf: handed over, or damaged. */
    public StockLevel taken(int pieces) {
        return new StockLevel(key, onHand - pieces, reserved - pieces, version + 1);
    }
}
