package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The goods reserved for one order.
 *
 * @param place place in the queue of all orders; the lower was there first
 */
public record Reservation(UUID orderId, String pickupPoint, long place, Instant reservedAt, List<ReservedLine> lines) {

    public Reservation {
        lines = List.copyOf(lines);
    }

    public Supply supply() {
        return Supply.of(lines);
    }
}
