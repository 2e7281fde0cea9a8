package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All messages. Every call joins the running transaction. */
public interface Notices {

    /** A message about this journey that has not left yet and may still grow; nobody else touches it meanwhile. */
    Optional<Notice> growing(UUID journeyId);

    /** Starts a message without parts. */
    Notice start(
            UUID journeyId,
            Instant plannedAt,
            Instant sendAfter,
            @Nullable Integer readiness,
            @Nullable String freeText);

    /** Adds news, once per message; the readiness is kept if it is given. */
    void add(Notice notice, NoticeSubject subject, @Nullable Integer readiness);

    /** Takes news out that is not true any more. */
    void remove(Notice notice, NoticeSubject subject);

    /** Adds a new date, or replaces an older one of the same promise, keeping the date the customer believes in. */
    void add(Notice notice, DateChange change);

    void sendAfter(Notice notice, Instant sendAfter);

    Optional<Notice> find(UUID id);

    List<Notice> of(UUID journeyId);

    /** Messages whose time has come and whose customer is known; another replica's are left to it. */
    List<Notice> due(Instant now, int atMost);

    /** The message has left: it grows no more, and these are the ways it takes. */
    void left(Notice notice, Collection<Channel> channels, Instant now);

    /** The message is not sent at all. */
    void dropped(Notice notice, String why);

    List<Delivery> deliveries(UUID noticeId);

    /**
     * Deliveries to try now. Each is claimed: ATTEMPT_STARTED, one attempt more, for as long as the lease. One whose
     * lease ran out comes back as UNKNOWN.
     */
    List<Delivery> claim(Instant now, Duration lease, int atMost);

    /** Records the end of an attempt; refuses an illegal transition. */
    void ended(Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now);

    /** The attempt was not made after all: what it would say is not true any more. */
    void suppressed(Delivery attempt, String why);

    /** The words as the customer sees them, for the shop to read. */
    void words(Delivery attempt, String title, String body);

    /** One more channel for a message. */
    void another(UUID noticeId, Channel channel, Instant now);

    /** Messages and deliveries that should have been handled by now or are being handled. */
    long waiting(Instant now);

    /** When the next message leaves; null if none is planned. */
    @Nullable
    Instant nextAt();

    /** What fulfillment said last: whether this journey is ready, and the how-manieth time. */
    void readiness(UUID journeyId, int readiness, boolean ready);

    /** Whether the order is ready now, with just this readiness. */
    boolean isReady(UUID journeyId, int readiness);
}
