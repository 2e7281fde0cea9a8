package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/**
 * The customer holds the goods.
 */
public record GoodsHandedOver(String pickupPoint, String handedOverBy, Instant handedOverAt) {}
