package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways that messages take to the customer, one each channel. Every call joins the running transaction. */
public interface Deliveries {

    List<Delivery> of(UUID noticeId);

    /** One more channel for a message; a channel that it takes already takes it once. */
    void plan(UUID noticeId, Channel channel, Instant now);

    /**
     * Deliveries of a channel to try now. Each is claimed: ATTEMPT_STARTED, one attempt more, for as long as the lease.
     * One whose lease ran out comes back as UNKNOWN.
     */
    List<Delivery> claim(Channel channel, Instant now, Duration lease, int atMost);

    /** Begins the lease anew right before the channel is asked; false if the attempt is not this sender's any more. */
    boolean renew(Delivery attempt, Duration lease);

    /** The words as the customer sees them, for the shop to read. */
    void words(Delivery attempt, String title, String body);

    /**
     * Records the end of an attempt; refuses an illegal transition.
     *
     * @return false if the attempt was not this sender's any more: nothing changed, and nothing follows from it
     */
    boolean ended(Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now);

    /** A person told the message; the first call counts. */
    void toldByPhone(UUID noticeId, String detail, Instant at);

    /** How many should have been tried by now or are being tried. */
    long waiting(Instant now);

    /** When the next attempt is to begin; null if none is planned. */
    @Nullable
    Instant nextAt();
}
