package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.UUID;

/** Where the watch hands in what the customer must hear. Joins the running transaction; sending comes later. */
public interface Announcements {

    /** Plans one message for this change, or adds it to one of the same customer that has not left yet. */
    void announce(DateChange change);

    /** Whether news of this kind, planned at this time or later, left for the customer. */
    boolean hasLeft(UUID journeyId, NoticeSubject subject, Instant since);

    /** News for the customer; several pieces within the merge window become one message. */
    void tell(UUID journeyId, NoticeSubject subject);
}
