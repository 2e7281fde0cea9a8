package io.orderjourney.fulfillment.supply;

import java.util.Comparator;

/** One item at one pickup point. */
public record StockKey(String pickupPoint, String sku) implements Comparable<StockKey> {

    private static final Comparator<StockKey> ORDER =
            Comparator.comparing(StockKey::pickupPoint).thenComparing(StockKey::sku);

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
