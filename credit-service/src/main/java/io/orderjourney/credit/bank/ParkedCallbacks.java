package io.orderjourney.credit.bank;

import java.time.Instant;
import java.util.UUID;

/** What the bank said about applications that we do not have. Nothing can be done with it but look at it. */
public interface ParkedCallbacks {

    /** Keeps one message; again, with the same id, nothing changes. */
    void keep(String messageId, String kind, UUID reference, String body, Instant at);
}
