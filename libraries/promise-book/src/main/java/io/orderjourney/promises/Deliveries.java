package io.orderjourney.promises;

import java.util.List;
import java.util.UUID;

/** Messages to customers who wait for a next update of ours. Every call joins the running transaction. */
public interface Deliveries {

    /** Remembers a message; one that is known already stays as it is. */
    void add(UUID journeyId, Delivery delivery);

    /** Oldest first. */
    List<Delivery> of(UUID journeyId);

    /** Forgets the messages of a journey: nobody waits for an update of ours any more. */
    void forget(UUID journeyId);
}
