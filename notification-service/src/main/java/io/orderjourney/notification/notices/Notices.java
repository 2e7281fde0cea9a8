package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All messages. What becomes of one that has left is told by its {@link Deliveries}. Every call joins the running transaction. */
public interface Notices {

    /** A message about this journey that has not left yet and may still grow; nobody else touches it meanwhile. */
    Optional<Notice> growing(UUID journeyId);

    /** Whether of all that left about coming, the last word to the customer was that he can. */
    boolean wasToldToCome(UUID journeyId);

    /** Starts a message without parts. */
    Notice start(UUID journeyId, Instant plannedAt, Instant sendAfter, @Nullable String freeText);

    /** Adds news, once per message; the readiness is kept if it is given. */
    void add(Notice notice, NoticeSubject subject, @Nullable Integer readiness);

    /** Takes news out that is not true any more. */
    void remove(Notice notice, NoticeSubject subject);

    /** Adds a new date. A revision of a promise is announced by one message: another one of it changes nothing. */
    void add(Notice notice, DateChange change);

    /** What the last message that left says about the date of a promise; empty if none left. */
    Optional<DateChange> lastLeft(UUID promiseId);

    /** Takes the new date of a promise out. */
    void remove(Notice notice, UUID promiseId);

    void sendAfter(Notice notice, Instant sendAfter);

    Optional<Notice> find(UUID id);

    List<Notice> of(UUID journeyId);

    /** Messages whose time has come and whose customer can be reached; looked at, not taken. */
    List<UUID> due(Instant now, int atMost);

    /** A message that has not left yet; empty if it left meanwhile or somebody else is at work on it. */
    Optional<Notice> takePlanned(UUID id);

    /** The message has left: it grows no more. */
    void left(Notice notice);

    /** The message is not sent at all. */
    void dropped(Notice notice, String why);

    /** Nothing that has not left yet goes to this customer any more. */
    void dropAllOf(UUID customerId, String why);

    /** How many messages should have left by now. */
    long waiting(Instant now);

    /** When the next message leaves that can leave; null if none is planned. */
    @Nullable
    Instant nextAt();

    /** What fulfillment said last: whether this journey is ready, and the how-manieth time. */
    void readiness(UUID journeyId, int readiness, boolean ready);

    /** The readiness that holds now; empty if the order is not ready. */
    OptionalInt readyNow(UUID journeyId);
}
