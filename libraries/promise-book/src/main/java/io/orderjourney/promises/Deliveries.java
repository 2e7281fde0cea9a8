package io.orderjourney.promises;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What passed between the shop and a customer: messages to those who wait for a next update of ours, and when they spoke with
 * the shop. Every call joins the running transaction.
 */
public interface Deliveries {

    /** Remembers a message; one that is known already stays as it is. */
    void add(UUID journeyId, Delivery delivery);

    /** Oldest first. */
    List<Delivery> of(UUID journeyId);

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
