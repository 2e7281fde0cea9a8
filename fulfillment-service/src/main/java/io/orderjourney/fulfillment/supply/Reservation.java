package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The goods reserved for one order.
 *
 * @param place place in the queue of all orders; the lower was there first
 */
public record Reservation(UUID orderId, String pickupPoint, long place, Instant reservedAt, List<ReservedLine> lines) {

    public Reservation {
        lines = List.copyOf(lines);
    }

    /** The lines by item; an item stands in one line. */
    public Map<String, ReservedLine> bySku() {
        return lines.stream().collect(Collectors.toMap(ReservedLine::sku, Function.identity()));
    }

    public Supply supply() {
        return Supply.of(lines);
    }
}
