package io.orderjourney.fulfillment.supply;

import java.util.UUID;

/**
 * What one order still lacks of one item.
 *
 * @param place place in the queue; the lower was there first
 * @param missing pieces that do not lie on the shelf for this order yet, 1 or more
 */
public record Demand(UUID orderId, long place, int missing) {}
