package io.orderjourney.promises;

import java.time.Instant;
import java.util.UUID;

/**
 * What people of the shop write down in their own words. It stands apart from events, which are kept for years and cannot be
 * changed: a note may name anybody, and goes when its customer is erased. Every call joins the running transaction.
 */
public interface Notes {

    /**
     * One note.
     *
     * @param about what it was written down for, such as {@code reschedule 2}
     * @param writtenAt business time
     */
    record Note(UUID journeyId, UUID customerId, String about, String text, String writtenBy, Instant writtenAt) {}

    void add(Note note);
}
