package io.orderjourney.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What passed between the shop and a customer: messages to those who wait for a next update of ours, and when they spoke with
 * the shop. Every call joins the running transaction.
 */
public interface Deliveries {

    /** Remembers messages, by journey; one that is known already stays as it is. */
    void add(Map<UUID, List<Delivery>> deliveries);

    /** As {@link #add(Map)} for one. */
    default void add(UUID journeyId, Delivery delivery) {
        add(Map.of(journeyId, List.of(delivery)));
    }

    /** Oldest first, by journey. */
    Map<UUID, List<Delivery>> of(Collection<UUID> journeyIds);

    /** As {@link #of(Collection)} for one journey. */
    default List<Delivery> of(UUID journeyId) {
        return of(List.of(journeyId)).getOrDefault(journeyId, List.of());
    }

    /** Forgets the messages of a journey: nobody waits for an update of ours any more. */
    void forget(UUID journeyId);

    /** The customer of this journey spoke with the shop; the same again stays as it is. */
    void spoke(UUID journeyId, Instant at);

    /**
     * Takes what the customer said as the reason of one decision: for the next one they must say something again.
     *
     * @return false if they said nothing since
     */
    boolean takeWord(UUID journeyId, Instant since);
}
