package io.orderjourney.fulfillment.supply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * How many pieces of one item are on the shelf of a pickup point, and how many of them are reserved for orders.
 *
 * @param onHand all pieces on the shelf, reserved or not
 * @param reserved never more than are on hand
 * @param waiting pieces that orders still wait for, so that a new order knows its place without a look at the queue
 * @param version counts the changes of what is on the shelf
 */
public record StockLevel(Key key, int onHand, int reserved, int waiting, long version) {

    /** One item at one pickup point. */
    public record Key(String pickupPoint, String sku) {

        /** One id for both, as the table computes it too. */
        public UUID address() {
            try {
                ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("MD5")
                        .digest((pickupPoint + "/" + sku).getBytes(StandardCharsets.UTF_8)));
                return new UUID(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("Every JVM has MD5", missing);
            }
        }
    }

    /** A count found fewer pieces than are reserved for orders. */
    public static final class CountBelowReserved extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int reserved;

        CountBelowReserved(StockLevel level, int counted) {
            super(level.reserved() + " pieces are reserved for orders, so there cannot be only " + counted
                    + ": close the gate of the order whose goods are missing first");
            this.reserved = level.reserved();
        }

        /** How many pieces are reserved for orders. */
        public int reserved() {
            return reserved;
        }
    }

    /** @throws IllegalArgumentException if more is reserved than there is: that would be overselling */
    public StockLevel {
        if (onHand < 0 || reserved < 0 || reserved > onHand || waiting < 0) {
            throw new IllegalArgumentException(key + " cannot have " + reserved + " reserved of " + onHand
                    + " on hand, and " + waiting + " waited for");
        }
    }

    /** Nothing there yet. */
    public static StockLevel empty(Key key) {
        return new StockLevel(key, 0, 0, 0, 0);
    }

    /** Pieces that a new order may have. */
    public int free() {
        return onHand - reserved;
    }

    /**
     * The shelf was counted.
     *
     * @throws CountBelowReserved if fewer pieces were found than are reserved: which customer goes without is a decision
     *     about an order, not about a number
     */
    public StockLevel counted(int found) {
        if (found < reserved) {
            throw new CountBelowReserved(this, found);
        }
        return new StockLevel(key, found, reserved, waiting, version + 1);
    }

    /** Pieces came in. */
    public StockLevel arrived(int pieces) {
        return new StockLevel(key, Math.addExact(onHand, pieces), reserved, waiting, version + 1);
    }

    /** Free pieces are reserved from now on for orders that waited for them. */
    public StockLevel reserve(int pieces) {
        return new StockLevel(key, onHand, reserved + pieces, waiting - pieces, version + 1);
    }

    /** Reserved pieces are free again. */
    public StockLevel release(int pieces) {
        return new StockLevel(key, onHand, reserved - pieces, waiting, version + 1);
    }

    /** Reserved pieces left the shelf: handed over, or damaged. */
    public StockLevel taken(int pieces) {
        return new StockLevel(key, onHand - pieces, reserved - pieces, waiting, version + 1);
    }

    /** Orders wait for more pieces, or for fewer. */
    public StockLevel awaited(int more) {
        return new StockLevel(key, onHand, reserved, waiting + more, version);
    }
}
