package io.orderjourney.notification.answers;

import java.util.Optional;
import java.util.UUID;

/** The answers of customers, one for each message. Every call joins the running transaction. */
public interface CustomerReplies {

    Optional<CustomerReply> find(UUID noticeId);

    /** What the customer answered last in this journey, to whichever message. */
    Optional<CustomerReply> last(UUID journeyId);

    /** Stores an answer; it replaces an earlier one. */
    void store(CustomerReply reply);
}
