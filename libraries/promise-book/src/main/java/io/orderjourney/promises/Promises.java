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

    /** As {@link #find}, locked until this transaction ends. */
    Optional<Promise> findForChange(UUID id);

    /** As {@link #findForChange(UUID)} for many; those that are not known are missing. */
    List<Promise> findForChange(Collection<UUID> ids);

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

    /** Adds promises in one statement. @return how many were not known before; the others stay as they are */
    int add(Collection<Promise> promises);

    /** Stores the promise as it is now; it must be known. */
    void change(Promise promise);

    /** As {@link #change(Promise)} for many, each once, in one statement. */
    void change(Collection<Promise> promises);
}
