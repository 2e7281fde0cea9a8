package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries of messages, one for each channel. Every call joins the running transaction. */
public interface Deliveries {

    List<Delivery> of(UUID noticeId);

    /** Plans one more channel for a message; each channel is planned once. */
    void plan(UUID noticeId, Channel channel, Instant now);

    /**
     * Deliveries of a channel to try now. Each is claimed: ATTEMPT_STARTED, one attempt more, for as long as the lease.
     * One whose lease ran out comes back as UNKNOWN.
     */
    List<Delivery> claim(Channel channel, Instant now, Duration lease, int atMost);

    /** Restarts the lease right before the channel is asked; false if another sender has the attempt by now. */
    boolean renew(Delivery attempt, Duration lease);

    /** Keeps the text as the customer sees it, for the shop to read. */
    void keepText(Delivery attempt, String title, String body);

    /**
     * Records the end of an attempt; refuses an illegal transition.
     *
     * @return false if another sender has the attempt by now: nothing changed, and nothing follows from it
     */
    boolean ended(Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now);

    /** A person told the message on the phone; the first call counts. */
    void recordCall(UUID noticeId, String detail, Instant at);

    /** How many should have been tried by now or are being tried. */
    long waiting(Instant now);

    /** When the next attempt is to begin; null if none is planned. */
    @Nullable
    Instant nextAt();
}
