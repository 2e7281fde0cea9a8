package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** The orders of these ids that are known, in the order given. */
    List<Pickup> of(List<UUID> orderIds);

    /** The orders to whose customers this desk owes a promise of this kind, what is due first comes first. */
    List<UUID> promised(PromiseKind kind, Desk desk, @Nullable String pickupPoint, int atMost);

    /** The order of this number, whatever its case. */
    Optional<UUID> ofNumber(String orderNumber);

    /** The open orders of customers with all of these words in their name, the oldest first. */
    List<UUID> ofName(List<String> words, @Nullable String pickupPoint, int atMost);

    /** The open orders of a pickup point, the oldest first, after the given place. */
    List<Pickup> page(String pickupPoint, Optional<Place> after, int atMost);

    /** When the customers come who agreed on a time at this point, from {@code from} until before {@code until}; without this order. */
    List<Instant> agreed(String pickupPoint, UUID exceptOrderId, Instant from, Instant until);

    /** Until this transaction ends, nobody else agrees on a time at this point. */
    void lockSlots(String pickupPoint);

    /** A number that changes whenever anything happens to an order. */
    long revision();

    /** A place in the list. */
    record Place(Instant placedAt, UUID orderId) {}

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Pickup> findForChange(UUID orderId);

    /** As {@link #of}, in any order, locked until the transaction ends. */
    Map<UUID, Pickup> findForChange(Collection<UUID> orderIds);

    /** Locks those of these orders that are known, in the order of their ids, until the transaction ends. */
    void lock(Collection<UUID> orderIds);

    void store(Pickup pickup);

    /** As {@link #store(Pickup)}, with one look at the gates of all of them. */
    void store(Collection<Pickup> pickups);

    /** Records pieces that cannot be handed over; nothing in that record is ever changed. */
    void addLoss(GoodsLoss loss);

    /** The code with which somebody else collects this order, locked until the transaction ends; empty if none was issued. */
    Optional<IssuedCode> codeForChange(UUID orderId);

    /** Keeps this code in the place of an earlier one. */
    void store(IssuedCode code);

    /** Nobody collects this order with a code any more. */
    void removeCode(UUID orderId);

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
