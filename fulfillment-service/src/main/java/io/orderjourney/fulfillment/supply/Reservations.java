package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reservations. A line is changed only while the stock level of its item is locked; the supply that was last recorded for
 * an order, only while the reservation is.
 */
public interface Reservations {

    /** The next place in the queue. */
    long nextPlace();

    void add(Reservation reservation);

    /** Where an order is picked up and its items, which never change. */
    Optional<Destination> destination(UUID orderId);

    /** The reservation as it is, read afresh. */
    Optional<Reservation> find(UUID orderId);

    /** The reservations of these orders as they are, by order. */
    Map<UUID, Reservation> of(Collection<UUID> orderIds);

    /** The orders that wait for pieces of a purchase order, in order of who came first. */
    List<UUID> waitingFor(UUID purchaseOrderId, int atMost);

    /**
     * What customers were promised who wait for each of these purchase orders; one that nobody waits for is missing.
     *
     * @param countMax orders counted of each: more than these are these
     */
    Map<UUID, Waiting> waitingFor(Collection<UUID> purchaseOrderIds, int countMax);

    /**
     * Customers who wait for a purchase order.
     *
     * @param slipping those whose pickup day lies before its ETA
     * @param nextDueAt the first pickup day among them; null if none has one
     */
    record Waiting(int orders, int slipping, @Nullable Instant nextDueAt) {}

    /** The lines of these items with missing pieces. The caller has locked the stock. */
    List<WaitingLine> waiting(String pickupPoint, Collection<String> skus);

    /**
     * Locks the reservations of the orders that wait for these items, in the order of their ids, until the transaction ends.
     * The caller has locked the stock.
     */
    Set<UUID> lockWaiting(String pickupPoint, Collection<String> skus);

    /** The lines of one order; the caller has locked the stock of its items. */
    List<WaitingLine> linesForChange(UUID orderId);

    void store(UUID orderId, ReservedLine line);

    /** The order wants nothing any more: its lines keep no pieces and leave the queue. The caller has locked the stock. */
    void release(UUID orderId);

    /** How many pieces of an item the waiting orders claim of each purchase order. */
    Map<UUID, Integer> claimed(Collection<UUID> purchaseOrderIds, String sku);

    /**
     * Records the supply of an order, read afresh, and returns how it differs from the one recorded before. The reservation
     * is locked until the transaction ends, so that two arrivals for one order never both find the other one's goods
     * missing.
     */
    OrderSupplyChange recordSupplyChange(UUID orderId);

    /** What never changes of a reservation. */
    record Destination(String pickupPoint, List<String> skus) {}

    /** A line with its place in the queue. */
    record WaitingLine(UUID orderId, long place, ReservedLine line) {}
}
