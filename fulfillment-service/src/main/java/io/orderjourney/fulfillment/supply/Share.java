package io.orderjourney.fulfillment.supply;

import java.util.List;
import java.util.UUID;

/**
 * What one order gets of one item.
 *
 * @param fromShelf pieces to take from the shelf now
 * @param claims pieces to wait for
 * @param unknown pieces that nobody knows a source of
 */
public record Share(UUID orderId, int fromShelf, List<Claim> claims, int unknown) {}
