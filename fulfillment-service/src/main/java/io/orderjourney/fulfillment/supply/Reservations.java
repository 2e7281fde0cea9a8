package io.orderjourney.fulfillment.supply;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reservations. A line is changed by whoever holds the stock level of its item; what the order was last told about its
 * supply, by whoever holds the reservation.
 */
public interface Reservations {

    /** The next place in the queue. */
    long nextPlace();

    void add(Reservation reservation);

    /** Where an order is picked up and what it holds, which never changes. */
    Optional<Destination> destination(UUID orderId);

    /** The reservation as it is, read afresh. */
    Optional<Reservation> find(UUID orderId);

    /** The lines of these items that lack pieces. The caller holds the stock levels of the items. */
    List<WaitingLine> waiting(String pickupPoint, Collection<String> skus);

    /** The lines of one order; the caller holds the stock levels of its items. */
    List<WaitingLine> linesForChange(UUID orderId);

    void store(UUID orderId, ReservedLine line);

    /** How many pieces of an item the waiting orders claim of each purchase order. */
    Map<UUID, Integer> claimed(Collection<UUID> purchaseOrderIds, String sku);

    /**
     * The supply of an order, read afresh, and as it was when this was last called for it; the order is held until the
     * transaction ends. So two arrivals for one order never both believe that the other one's goods are missing.
     */
    OrderSupplyChange recordSupplyChange(UUID orderId);

    /** What of a reservation never changes. */
    record Destination(String pickupPoint, List<String> skus) {}

    /** A line with its place in the queue. */
    record WaitingLine(UUID orderId, long place, ReservedLine line) {}
}
