package io.orderjourney.notification.desktasks;

import java.time.Instant;
import java.util.UUID;

/** Hears, in the transaction that records it, that a person told the customer a message on the phone. */
public interface CallsMade {

    /** The caller holds the promises of the message's journey. */
    void told(UUID noticeId, String by, Instant at);
}
