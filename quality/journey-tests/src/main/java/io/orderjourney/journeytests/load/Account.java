package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The account of all journeys kept outside the product: facts from the topics, messages from mailboxes and phones. */
final class Account {

    /** A notice that the shop says it handed over; {@code rescheduled}: promise and revision of each new date in it. */
    record Notice(String id, String journeyId, String channel, Set<String> subjects, List<NewDate> rescheduled) {

        boolean isAbout(String subject) {
            return subjects.contains(subject);
        }
    }

    /** A date of a promise. */
    record NewDate(String promiseId, int revision) {}

    /** Read by everyone who works at the same time. */
    private final Map<String, JourneyFacts> journeys = new ConcurrentHashMap<>();

    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Instant> firstSeenAt = new HashMap<>();
    private final List<MessageFeed.Delivered> copies = new ArrayList<>();
    private final List<MessageFeed.Delivered> delivered = new ArrayList<>();
    private final Map<String, Integer> eventsByType = new TreeMap<>();
    private final Map<String, MessageFeed.Delivered> messages = new HashMap<>();
    private final Map<String, Notice> byMessage = new HashMap<>();
    private final Set<Notice> toBeRead = new LinkedHashSet<>();

    void take(Topics.Event event) {
        JourneyFacts journey = journeys.computeIfAbsent(event.journeyId(), JourneyFacts::new);
        if (!journey.take(event)) {
            return;
        }
        eventsByType.merge(event.type(), 1, Integer::sum);
        boolean warned = event.type().equals("notices.customer-warned.v1");
        if (warned || event.type().equals("notices.customer-told.v1")) {
            Notice notice = notice(event);
            notices.add(notice);
            toBeRead.add(notice);
            byMessage.put(key(notice.channel(), notice.id()), notice);
            if (notice.channel().equals("CALL")) {
                // The desk's word for it: nothing of a call lies in a mailbox.
                firstSeenAt.putIfAbsent(
                        key("CALL", notice.id()),
                        Instant.parse(event.data().path("handedOverAt").asText()));
            }
        }
    }

    void take(MessageFeed.Delivered message) {
        delivered.add(message);
        messages.putIfAbsent(key(message.channel(), message.noticeId()), message);
        if (firstSeenAt.putIfAbsent(key(message.channel(), message.noticeId()), message.seenAt()) != null) {
            copies.add(message);
        }
    }

    /** What customers have read since the last time. */
    List<Notice> newlyRead() {
        List<Notice> read = toBeRead.stream().filter(this::isDelivered).toList();
        read.forEach(toBeRead::remove);
        return read;
    }

    /** The text of a notice as it was delivered; empty if it was not. */
    String text(Notice notice) {
        MessageFeed.Delivered message = messages.get(key(notice.channel(), notice.id()));
        return message == null ? "" : message.text();
    }

    /**
     * Joins the messages with the dates they carry; call once, when everything has been read.
     *
     * @param missed appointments to which the customer did not come
     */
    void close(List<SigningDesk.Missed> missed) {
        for (SigningDesk.Missed appointment : missed) {
            journeys.values().stream()
                    .map(journey -> journey.promises.get(appointment.promiseId()))
                    .filter(Objects::nonNull)
                    .forEach(promise -> promise.missedByCustomer.add(appointment.startsAt()));
        }
        for (Notice notice : notices) {
            Instant at = readAt(notice);
            for (NewDate date : notice.rescheduled()) {
                PromiseFacts promise = journey(notice.journeyId()).promises.get(date.promiseId());
                if (promise != null && at != null) {
                    promise.announcements.add(new PromiseFacts.Announcement(date.revision(), notice.id(), at));
                }
            }
        }
        for (Notice notice : notices) {
            Instant at = readAt(notice);
            if (at != null && notice.isAbout("NEXT_UPDATE")) {
                journey(notice.journeyId()).promises.values().forEach(promise -> promise.nextUpdate(at));
            }
        }
    }

    /** When a notice was in the customer's hands; null if it was not. */
    @Nullable
    Instant readAt(Notice notice) {
        return firstSeenAt.get(key(notice.channel(), notice.id()));
    }

    Collection<JourneyFacts> journeys() {
        return journeys.values();
    }

    JourneyFacts journey(String id) {
        return journeys.computeIfAbsent(id, JourneyFacts::new);
    }

    List<PromiseFacts> promises() {
        return journeys.values().stream()
                .flatMap(journey -> journey.promises.values().stream())
                .toList();
    }

    List<Notice> notices() {
        return notices;
    }

    /** Every message that any customer got. */
    List<MessageFeed.Delivered> delivered() {
        return delivered;
    }

    /** The notice of which this message is a copy; null if the shop never said that it left. */
    @Nullable
    Notice notice(MessageFeed.Delivered message) {
        return byMessage.get(key(message.channel(), message.noticeId()));
    }

    /** Messages that reached the same customer on the same channel twice. */
    List<MessageFeed.Delivered> copies() {
        return copies;
    }

    boolean isDelivered(Notice notice) {
        return firstSeenAt.containsKey(key(notice.channel(), notice.id()));
    }

    Map<String, Integer> eventsByType() {
        return eventsByType;
    }

    long events() {
        return eventsByType.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static Notice notice(Topics.Event event) {
        JsonNode data = event.data();
        List<NewDate> rescheduled = new ArrayList<>();
        data.path("rescheduled")
                .forEach(date -> rescheduled.add(new NewDate(
                        date.path("promiseId").asText(), date.path("revision").asInt())));
        Set<String> subjects = new LinkedHashSet<>();
        data.path("subjects").forEach(subject -> subjects.add(subject.asText()));
        return new Notice(
                data.path("noticeId").asText(),
                event.journeyId(),
                data.path("channel").asText(),
                Set.copyOf(subjects),
                List.copyOf(rescheduled));
    }

    private static String key(String channel, String noticeId) {
        return channel + " " + noticeId;
    }
}
