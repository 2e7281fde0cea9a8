package io.orderjourney.notification.notices;

import java.time.Instant;
import java.util.UUID;

/** Hears, in the transaction that records it, that the customer's channel took a message about a date. */
public interface Handovers {

    void handedOver(UUID promiseId, int revision, Instant at);
}
