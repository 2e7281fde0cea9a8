package io.orderjourney.notification.answers;

import java.util.Optional;
import java.util.UUID;

/** The answers of customers, one for each message. Every call joins the running transaction. */
public interface CustomerReplies {

    Optional<CustomerReply> find(UUID noticeId);

    /** Stores an answer; it replaces an earlier one. */
    void store(CustomerReply reply);
}
