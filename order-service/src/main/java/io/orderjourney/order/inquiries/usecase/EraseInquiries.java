package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.inquiries.Inquiries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** What a customer asked, and what was written to them, goes with the customer; a tombstone takes each reply back. */
@ApplicationScoped
class EraseInquiries {

    private final Inquiries inquiries;
    private final StateTopics topics;

    EraseInquiries(Inquiries inquiries, StateTopics topics) {
        this.inquiries = inquiries;
        this.topics = topics;
    }

    /** Joins the transaction of the erasure. */
    void erase(@Observes ErasureOfCustomer erasure) {
        topics.touch(
                EventTypes.REPLY_WRITTEN.topic(),
                inquiries.eraseEntries(erasure.customerId()).stream()
                        .map(UUID::toString)
                        .toList());
    }
}
