package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open promise, as far as an incident must know it.
 *
 * @param orderNumber absent while the journey is not known here
 * @param pickupPoint absent for an inquiry
 */
public record AffectedPromise(
        UUID id,
        UUID journeyId,
        UUID customerId,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        Instant madeAt,
        Instant dueAt,
        int revision,
        @Nullable String orderNumber,
        @Nullable String pickupPoint) {

    /** Where it stands in the list of all: who ordered last is reassured first. */
    public Place place() {
        return new Place(madeAt, id);
    }

    /** A place in the list of open promises, from the one that was made last to the one that was made first. */
    public record Place(Instant madeAt, UUID promiseId) {}
}
