package io.orderjourney.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SALES' queue: what is next to slip comes first. */
public interface AwaitedCalls {

    /** A place in the queue: right behind this promise. */
    record Place(Instant dueAt, UUID promiseId) {}

    /** The next calls behind a place, or the first ones. */
    List<AwaitedCall> after(Optional<Place> place, int atMost);
}
