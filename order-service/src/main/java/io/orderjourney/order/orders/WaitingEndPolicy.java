package io.orderjourney.order.orders;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.WaitingReason;
import java.util.Optional;

/** Which end an order comes to when the customer did not act as long as the shop waited. */
public final class WaitingEndPolicy {

    private WaitingEndPolicy() {}

    /** @return empty if the order goes on: its desk decides what follows */
    public static Optional<JourneyEnd> endOf(WaitingReason reason) {
        return switch (reason) {
            case NOT_REACHED -> Optional.of(JourneyEnd.UNREACHABLE);
            case CREDIT_CHOICE -> Optional.of(JourneyEnd.CREDIT_REFUSED);
            case COLLECTION -> Optional.of(JourneyEnd.NOT_COLLECTED);
            case DOCUMENTS_MISSING, SIGNING, CUSTOMER_CHOICE -> Optional.empty();
        };
    }
}
