package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.StockKey;
import io.orderjourney.fulfillment.supply.StockLevel;

/** Row and rule. */
final class StockLevelMapping {

    private StockLevelMapping() {}

    static StockLevel level(StockLevelRow row) {
        return new StockLevel(new StockKey(row.pickupPoint, row.sku), row.onHand, row.reserved, row.version);
    }

    static void write(StockLevel level, StockLevelRow row) {
        row.pickupPoint = level.key().pickupPoint();
        row.sku = level.key().sku();
        row.onHand = level.onHand();
        row.reserved = level.reserved();
        row.version = level.version();
    }
}
