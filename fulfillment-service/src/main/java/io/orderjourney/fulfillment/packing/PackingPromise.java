package io.orderjourney.fulfillment.packing;

import io.orderjourney.contracts.PackingCare;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the packer does otherwise with the next order of a customer.
 *
 * @param id as order-service promised it
 * @param promisedAt when it was
 */
public record PackingPromise(UUID id, UUID customerId, PackingCare care, Instant promisedAt) {

    /** Those that are not done yet. Every call joins the running transaction. */
    public interface Book {

        /** Adds a promise; one that is known already changes nothing. */
        void add(PackingPromise promise);

        /** Of these customers, in the order in which they were promised. */
        List<PackingPromise> of(Collection<UUID> customerIds);

        /** It is done. Returns whether it was still to do. */
        boolean remove(UUID id);

        void forget(UUID customerId);
    }

    /** Something is not done yet that was promised for this order: it does not leave. */
    public static final class StillOpen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public StillOpen(List<PackingPromise> open) {
            super("Promised to this customer, and not done yet: "
                    + open.stream().map(promise -> promise.care().name()).toList());
        }
    }

    /** Nothing of this id is promised to the customer of this order, or it is done. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("Nothing that is to be done was promised as " + id);
        }
    }
}
