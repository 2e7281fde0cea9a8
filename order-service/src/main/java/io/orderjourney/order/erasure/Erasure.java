package io.orderjourney.order.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The erasure of one customer, and which services have confirmed that nothing is left with them.
 *
 * @param requestedBy who asked for it on the customer's behalf
 * @param confirmedAt by service; a service that is missing has not confirmed yet
 */
public record Erasure(UUID customerId, Instant requestedAt, String requestedBy, Map<String, Instant> confirmedAt) {

    /** Every service that may hold personal data. */
    public static final Set<String> HOLDERS =
            Set.of("order-service", "credit-service", "fulfillment-service", "notification-service");

    public Erasure {
        confirmedAt = Map.copyOf(confirmedAt);
    }

    /** Whether nothing is left anywhere. */
    public boolean isComplete() {
        return confirmedAt.keySet().containsAll(HOLDERS);
    }

    /** Services that have not confirmed yet, in alphabetical order. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(HOLDERS);
        missing.removeAll(confirmedAt.keySet());
        return missing;
    }

    /** There is no erasure of this customer. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID customerId) {
            super("There is no erasure of customer " + customerId);
        }
    }

    /** The shop still owes the customer something, and could not tell them. */
    public static final class OpenOrders extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public OpenOrders(UUID customerId) {
            super("Customer " + customerId + " has an open order");
        }
    }
}
