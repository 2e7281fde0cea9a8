package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open promises in the order in which they are due: what a desk looks at first stands first. */
public interface PromiseQueue {

    /** A place in the queue. */
    record Place(Instant dueAt, UUID promiseId, UUID journeyId) {}

    /** @param after the place of the last one seen; absent for the beginning */
    List<Place> open(@Nullable Desk desk, @Nullable Place after, int atMost);
}
