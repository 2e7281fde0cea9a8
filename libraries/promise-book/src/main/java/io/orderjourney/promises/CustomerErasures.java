package io.orderjourney.promises;

import java.util.UUID;

/** Erases what this service holds of a customer, in the running transaction, and confirms it by an event. */
@FunctionalInterface
public interface CustomerErasures {

    /** @param actor on whose word */
    void erase(UUID customerId, String actor);
}
