package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Gate;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The orders that are picked up here. */
public interface Pickups {

    /**
     * Until this transaction ends, no other one decides whether this order is known: topics are consumed side by side, so
     * the credit desk's events about an order may come before the order itself, or at the same moment.
     */
    void lockUnknown(UUID orderId);

    void add(Pickup pickup);

    /** The order as it is. */
    Optional<Pickup> find(UUID orderId);

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Pickup> findForChange(UUID orderId);

    /** Locks those of these orders that are known, in the order of their ids, until the transaction ends. */
    void lock(Collection<UUID> orderIds);

    void store(Pickup pickup);

    /** Buffers that a gate opened until its order is known. */
    void buffer(UUID orderId, Gate gate, Instant openedAt);

    /** Discards what was buffered for an order that is not known yet: it is no longer true. */
    void discard(UUID orderId, Gate gate);

    /** Removes and returns what was buffered for an order, in the order of gates. */
    Map<Gate, Instant> drain(UUID orderId);

    /** Buffers that the bank refused the credit of an order that is not known yet. */
    void bufferCreditRefused(UUID orderId);

    /** Discards that again, and returns whether it was buffered. */
    boolean drainCreditRefused(UUID orderId);
}
