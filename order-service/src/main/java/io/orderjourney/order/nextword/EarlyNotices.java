package io.orderjourney.order.nextword;

import java.util.List;
import java.util.UUID;

/** Messages to customers who wait for the next update. Every call joins the running transaction. */
public interface EarlyNotices {

    /** Remembers a message; one that is known already stays as it is. */
    void add(UUID journeyId, EarlyNotice notice);

    /** Oldest first. */
    List<EarlyNotice> of(UUID journeyId);

    /** Forgets the messages of a journey: its next update was given. */
    void forget(UUID journeyId);
}
