package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All promises a service knows: those it owns and, learned from events, those of others in the same journeys. Every call
 * joins the running transaction.
 */
public interface Promises {

    Optional<Promise> find(UUID id);

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<Promise> findForChange(UUID id);

    /** All promises of a journey, open or not, in the order in which they were made. */
    List<Promise> of(UUID journeyId);

    /** All promises of many journeys; in the order of journey and making. */
    List<Promise> of(Collection<UUID> journeyIds);

    /** As {@link #of(Collection)}, and nobody else changes them until this transaction ends. */
    List<Promise> ofForChange(Collection<UUID> journeyIds);

    /** The open promise of a kind in a journey, if there is one. */
    Optional<Promise> open(UUID journeyId, PromiseKind kind);

    /** What a desk has to do; it may be a second old. It costs the same however much is open. */
    DeskLoad load(Desk desk);

    /** @return false if it was known before: then nothing changed */
    boolean add(Promise promise);

    /** Stores the promise as it is now; it must be known. */
    void change(Promise promise);
}
