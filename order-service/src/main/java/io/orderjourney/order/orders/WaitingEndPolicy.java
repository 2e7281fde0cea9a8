package io.orderjourney.order.orders;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import java.util.Optional;

/** Which end an order comes to when the customer did not act as long as the shop waited. */
public final class WaitingEndPolicy {

    private WaitingEndPolicy() {}

    /**
     * @param kind of the promise that waited: who only wanted to be called back, and was not there, keeps their order
     * @return empty if the order goes on: its desk decides what follows
     */
    public static Optional<JourneyEnd> endOf(WaitingReason reason, PromiseKind kind) {
        return switch (reason) {
            case NOT_REACHED ->
                kind.equals(PromiseKind.CALLBACK) ? Optional.empty() : Optional.of(JourneyEnd.UNREACHABLE);
            case CONFIRMATION -> Optional.of(JourneyEnd.UNREACHABLE);
            case CREDIT_CHOICE -> Optional.of(JourneyEnd.CREDIT_REFUSED);
            case COLLECTION -> Optional.of(JourneyEnd.NOT_COLLECTED);
            // A parcel that nobody was at home for comes back first; its return ends the order.
            case DOCUMENTS_MISSING, SIGNING, NOT_AT_HOME, CUSTOMER_CHOICE -> Optional.empty();
        };
    }
}
