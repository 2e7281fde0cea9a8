package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries of messages, one for each channel. Every call joins the running transaction. */
public interface Deliveries {

    List<Delivery> of(UUID noticeId);

    /** A channel on which a message goes out. */
    record Way(UUID noticeId, Channel channel) {}

    /** Plans more channels for messages; each channel of a message is planned once. */
    void plan(Collection<Way> ways, Instant now);

    /** As {@link #plan(Collection, Instant)} for one. */
    default void plan(UUID noticeId, Channel channel, Instant now) {
        plan(List.of(new Way(noticeId, channel)), now);
    }

    /**
     * Deliveries of a channel to try now. Each is claimed: ATTEMPT_STARTED, one attempt more, for as long as the lease.
     * One whose lease ran out comes back as UNKNOWN.
     */
    List<Delivery> claim(Channel channel, Instant now, Duration lease, int atMost);

    /** A text as the customer sees it. */
    record Text(Delivery attempt, String title, String body) {}

    /** Keeps texts for the shop to read. */
    void keepTexts(Collection<Text> texts);

    /**
     * Records the end of an attempt; refuses an illegal transition.
     *
     * @return false if another sender has the attempt by now: nothing changed, and nothing follows from it
     */
    boolean ended(Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now);

    /** An attempt that delivered its message, how that is known, and when the channel took it. */
    record Arrived(Delivery attempt, String detail, Instant at) {}

    /** Records that these attempts delivered their messages. @return those that nobody else has by now */
    Set<Way> delivered(Collection<Arrived> arrived);

    /** Gives back what was claimed and not begun, as if it had not been claimed. */
    void giveBack(Delivery attempt);

    /** A person told the message on the phone; the first call counts. */
    void recordCall(UUID noticeId, String detail, Instant at);

    /** Nothing new goes out on this channel while it is down for this cause. */
    void channelDown(Channel channel, UUID because);

    /** The channel is not down for this cause any more. */
    void channelUp(Channel channel, UUID because);

    /** The channels that are down for any cause. */
    Set<Channel> channelsDown();

    /** How many should have been tried by now or are being tried. */
    long waiting(Instant now);

    /** When the next attempt is to begin; null if none is planned. */
    @Nullable
    Instant nextAt();
}
