package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Where an order is picked up and its items. */
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

    /** The next lines of an item with missing pieces, in the order of the queue. The caller has locked the stock. */
    List<QueuedLine> waiting(StockLevel.Key item, long afterPlace, int atMost);

    /** The lines of one order; the caller has locked the stock of its items. */
    List<WaitingLine> linesForChange(UUID orderId);

    /** Stores the pieces of these lines, in a number of statements that does not depend on how many they are. */
    void store(Collection<WaitingLine> lines);

    /** The order has these lines from now on, and no others. The caller has locked the stock of all items, old and new. */
    void replace(UUID orderId, String pickupPoint, Collection<WaitingLine> lines);

    /** The customer has these lines: they leave the queue and are no longer on the shelf. The caller has locked the stock. */
    void handedOver(UUID orderId, Collection<String> skus);

    /** The order wants nothing any more: its lines keep no pieces and leave the queue. The caller has locked the stock. */
    void release(UUID orderId);

    /**
     * Records the supply of these orders, read afresh, and returns those that differ from the one recorded before, in the order
     * of their ids. The reservations are locked until the transaction ends, so that two arrivals for one order never both find
     * the other one's goods missing.
     */
    List<OrderSupplyChange> recordSupplyChanges(Collection<UUID> orderIds);

    /** Where a reservation is picked up, which never changes, and its items, which change with the order alone. */
    record Destination(String pickupPoint, List<String> skus) {}

    /** A line with its place in the queue. */
    record WaitingLine(UUID orderId, long place, ReservedLine line) {}

    /**
     * A line of the queue.
     *
     * @param expectedAt when its order was last recorded to be complete; null if on the shelf or unknown
     */
    record QueuedLine(
            UUID orderId,
            long place,
            ReservedLine line,
            @Nullable Instant expectedAt) {}
}
