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
     * Until this transaction ends nobody else decides whether this order is known: topics are read side by side, so the
     * credit desk's news about an order may be here before the order itself, or at the same moment.
     */
    void lockUnknown(UUID orderId);

    void add(Pickup pickup);

    /** The order as it is. */
    Optional<Pickup> find(UUID orderId);

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Pickup> findForChange(UUID orderId);

    /** Holds those of these orders that are known, in the order of their ids as texts, until the transaction ends. */
    void hold(Collection<UUID> orderIds);

    void store(Pickup pickup);

    /** Keeps a gate's fact until its order is known. */
    void buffer(UUID orderId, Gate gate, Instant openedAt);

    /** The fact that was kept for an order that is not known yet is not true any more. */
    void discard(UUID orderId, Gate gate);

    /** Takes the facts that were kept for an order, in the order of gates. */
    Map<Gate, Instant> drain(UUID orderId);
}
