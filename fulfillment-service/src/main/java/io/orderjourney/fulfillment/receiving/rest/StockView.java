package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.supply.StockLevel;

/**
 * A shelf as it is answered.
 *
 * @param onHand pieces on the shelf
 * @param reserved pieces of them that are kept for orders
 * @param free pieces that a new order may have
 */
public record StockView(String pickupPoint, String sku, int onHand, int reserved, int free, long version) {

    static StockView of(StockLevel level) {
        return new StockView(
                level.key().pickupPoint(),
                level.key().sku(),
                level.onHand(),
                level.reserved(),
                level.free(),
                level.version());
    }
}
