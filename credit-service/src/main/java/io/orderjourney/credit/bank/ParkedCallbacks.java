package io.orderjourney.credit.bank;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Callbacks about applications that we do not have. Nothing can be done with one but look at it. */
public interface ParkedCallbacks {

    /**
     * Keeps one callback.
     *
     * @return false if one with this id is parked already: then nothing changed
     */
    boolean park(String messageId, String kind, UUID reference, String body, Instant at);

    /** The newest first. */
    List<ParkedCallback> newest(int atMost);

    /**
     * One parked callback.
     *
     * @param messageId the bank's, or its gateway's, own id of the message
     * @param kind {@code decision} or {@code papers}
     * @param reference what the bank takes for one of our applications
     * @param body as it came
     */
    record ParkedCallback(String messageId, String kind, UUID reference, String body, Instant receivedAt) {}
}
