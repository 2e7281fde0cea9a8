package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All messages. What became of one that left, its {@link Deliveries} say. Every call joins a transaction. */
public interface Notices {

    /** Inside this service, after the commit: a message or one more delivery was planned, or leaves earlier than before. */
    record NoticePlanned() {}

    /** A message about this journey that has not left yet and may still grow; it is locked. */
    Optional<Notice> openBatch(UUID journeyId);

    /** A text of staff about this journey that puts an answer off and has not left yet; it is locked. */
    Optional<Notice> openReply(UUID journeyId);

    /** Starts a text of staff with an id of its own; empty if there is one with this id. */
    Optional<Notice> startReply(UUID id, UUID journeyId, Instant plannedAt, Instant sendAfter, String text);

    /** Forgets the text of staff with this id; if it has not left, it does not. */
    void eraseReply(UUID id);

    /** Starts a message without parts. */
    Notice start(UUID journeyId, Instant plannedAt, Instant sendAfter, @Nullable String freeText);

    /** Adds news, once per message; the readiness is kept if it is given. */
    void add(Notice notice, NoticeSubject subject, @Nullable Integer readiness);

    /** Removes news that is no longer valid. */
    void remove(Notice notice, NoticeSubject subject);

    /** Adds a new date. A revision of a promise is announced by one message: another one of it changes nothing. */
    void add(Notice notice, DateChange change);

    /** Removes the new date of a promise. */
    void remove(Notice notice, UUID promiseId);

    void sendAfter(Notice notice, Instant sendAfter);

    Optional<Notice> find(UUID id);

    /** The message with this number, which people quote and links name. */
    Optional<Notice> numbered(long number);

    List<Notice> of(UUID journeyId);

    /** All messages of these journeys, in their order; those that have not left are locked. */
    List<Notice> ofForChange(Collection<UUID> journeyIds);

    /** Writes what was planned, each kind of row in one statement. */
    void store(Collection<NoticePlan> plans);

    /** Messages whose time has come and whose customer can be reached; read, not locked. */
    List<UUID> due(Instant now, int atMost);

    /** Messages that have not left yet; without those that left meanwhile or that somebody else holds. */
    List<Notice> takePlanned(Collection<UUID> ids);

    /** These messages, in no order. */
    List<Notice> find(Collection<UUID> ids);

    /** Stores when these messages leave, that they left, or that they are not sent. */
    void change(Collection<Notice> notices);

    /** The message is not sent at all. */
    void dropped(Notice notice, String why);

    /** Drops all messages to this customer that have not left yet, and takes away what the others said. */
    void eraseAllOf(UUID customerId, String why);

    /** How many messages should have left by now. */
    long waiting(Instant now);

    /** When the next message leaves that can leave; null if none is planned. */
    @Nullable
    Instant nextAt();

    /** What fulfillment said last: whether this journey is ready, and its ordinal. */
    void readiness(UUID journeyId, int readiness, boolean ready);

    /** The readiness that holds now; empty if the order is not ready. */
    OptionalInt readyNow(UUID journeyId);

    /** The readiness that holds now of each of these journeys whose order is ready. */
    Map<UUID, Integer> readyNow(Collection<UUID> journeyIds);
}
