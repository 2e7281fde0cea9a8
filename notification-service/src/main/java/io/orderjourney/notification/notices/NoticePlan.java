package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.notices.Notice.NoticeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is to be told about one journey: news is collected into as few messages as possible. It works on the
 * messages as they were read, and says at the end what changed, which the store writes for many journeys together.
 */
public final class NoticePlan {

    private final UUID journeyId;
    private final Map<UUID, Notice> known = new LinkedHashMap<>();
    private final Map<UUID, Notice> present = new LinkedHashMap<>();
    private final Supplier<UUID> ids;
    private final Supplier<@Nullable String> traceparent;
    private final Instant now;

    /**
     * @param known all messages of the journey, in their order; those that have not left are held by the caller
     * @param ids of new messages
     * @param traceparent the trace of what leads to a new message
     */
    public NoticePlan(
            UUID journeyId,
            Collection<Notice> known,
            Supplier<UUID> ids,
            Supplier<@Nullable String> traceparent,
            Instant now) {
        this.journeyId = journeyId;
        known.forEach(notice -> this.known.put(notice.id(), notice));
        this.present.putAll(this.known);
        this.ids = ids;
        this.traceparent = traceparent;
        this.now = now;
    }

    /**
     * One message for this change, or a part more in one of the same customer that has not left yet.
     *
     * @param sendAfter when a message with it would leave
     */
    public void announce(DateChange change, Instant sendAfter) {
        change.news(lastLeft(change.promiseId()).orElse(null))
                .ifPresentOrElse(news -> plan(news, sendAfter), () -> takeBack(change));
    }

    private void plan(DateChange change, Instant sendAfter) {
        // A desk that puts an answer off says why, and by when, in one message.
        Notice notice = openReply().orElseGet(() -> batch(sendAfter));
        List<NoticePart> parts = new ArrayList<>(without(notice, change.promiseId()));
        parts.add(new NoticePart.NewDate(change));
        put(notice.with(parts));
    }

    /** The promise came back to the date that the customer was last told: what has not left is not announced. */
    private void takeBack(DateChange change) {
        openBatch()
                .filter(unsent -> unsent.newDateOf(change.promiseId()).isPresent())
                .ifPresent(unsent -> {
                    Notice rest = unsent.with(without(unsent, change.promiseId()));
                    put(
                            rest.parts().isEmpty()
                                    ? rest.dropped("the promise came back to the date that the customer was told")
                                    : rest);
                });
    }

    /** News; several pieces within the merge window become one message. */
    public void tell(NoticeSubject subject, Instant sendAfter) {
        add(batch(sendAfter), subject);
    }

    /** Every gate is open; that one was closed is not told any more. */
    public void ready(int readiness, Instant sendAfter) {
        Notice notice = batch(sendAfter).tellingOf(readiness);
        Notice open = notice.with(without(notice, NoticeSubject.READINESS_WITHDRAWN));
        // A part that is ready says itself that they come in parts.
        add(open.with(without(open, NoticeSubject.PARTS_AGREED)), NoticeSubject.READY_FOR_PICKUP);
    }

    /**
     * A gate closed again. Of several changes before a message leaves only the last counts, against what the customer was told
     * before.
     */
    public void readinessWithdrawn(Instant sendAfter) {
        boolean unsent = forget(NoticeSubject.READY_FOR_PICKUP);
        if (!unsent || wasInvited()) {
            tell(NoticeSubject.READINESS_WITHDRAWN, sendAfter);
        }
    }

    /** This is not told any more. @return whether it would have been */
    public boolean forget(NoticeSubject subject) {
        Optional<Notice> unsent = openBatch().filter(notice -> notice.tells(subject));
        unsent.ifPresent(notice -> put(notice.without(subject)));
        return unsent.isPresent();
    }

    /** Whether the last message that left about readiness told the customer to come. */
    private boolean wasInvited() {
        return left().sorted(Comparator.comparingLong(Notice::number))
                .flatMap(notice -> notice.subjects().stream())
                .filter(subject -> subject == NoticeSubject.READY_FOR_PICKUP
                        || subject == NoticeSubject.READINESS_WITHDRAWN
                        || subject == NoticeSubject.PART_HANDED_OVER)
                .reduce((before, after) -> after)
                .filter(last -> last == NoticeSubject.READY_FOR_PICKUP)
                .isPresent();
    }

    private void add(Notice notice, NoticeSubject subject) {
        List<NoticePart> parts = new ArrayList<>(notice.parts());
        if (!notice.tells(subject)) {
            parts.add(new NoticePart.News(subject));
        }
        put(notice.with(parts));
    }

    /** What left already. */
    public Stream<Notice> left() {
        return known.values().stream().filter(notice -> notice.state() == NoticeState.LEFT);
    }

    /** The message that may still grow. */
    public Optional<Notice> openBatch() {
        return planned().filter(notice -> notice.freeText() == null).findFirst();
    }

    private Optional<Notice> openReply() {
        return planned()
                .filter(notice -> notice.freeText() != null && notice.tells(NoticeSubject.INQUIRY_UPDATE))
                .findFirst();
    }

    private Notice batch(Instant sendAfter) {
        Notice notice =
                openBatch().orElseGet(() -> Notice.planned(ids.get(), journeyId, now, sendAfter, traceparent.get()));
        Notice timely = sendAfter.isBefore(notice.sendAfter()) ? notice.leavingAfter(sendAfter) : notice;
        put(timely);
        return timely;
    }

    private Optional<DateChange> lastLeft(UUID promiseId) {
        return left().filter(notice -> notice.newDateOf(promiseId).isPresent())
                .max(Comparator.comparingLong(Notice::number))
                .flatMap(notice -> notice.newDateOf(promiseId));
    }

    private Stream<Notice> planned() {
        return present.values().stream()
                .filter(notice -> notice.state() == NoticeState.PLANNED)
                .sorted(Comparator.comparing(Notice::plannedAt));
    }

    private void put(Notice notice) {
        present.put(notice.id(), notice);
    }

    private static List<NoticePart> without(Notice notice, UUID promiseId) {
        return notice.parts().stream()
                .filter(part -> !(part instanceof NoticePart.NewDate date)
                        || !date.change().promiseId().equals(promiseId))
                .toList();
    }

    private static List<NoticePart> without(Notice notice, NoticeSubject subject) {
        return notice.parts().stream()
                .filter(part -> !(part instanceof NoticePart.News news) || news.subject() != subject)
                .toList();
    }

    /** A part of a message. */
    public record Part(UUID noticeId, NoticePart part) {}

    /** Messages that are new. */
    public List<Notice> started() {
        return present.values().stream()
                .filter(notice -> !known.containsKey(notice.id()))
                .toList();
    }

    /** Messages that were known, and leave at another time, not at all, or with another readiness. */
    public List<Notice> changed() {
        return present.values().stream()
                .filter(notice -> {
                    Notice before = known.get(notice.id());
                    return before != null && !before.with(List.of()).equals(notice.with(List.of()));
                })
                .toList();
    }

    public List<Part> added() {
        return difference(present, known);
    }

    public List<Part> removed() {
        return difference(known, present);
    }

    private static List<Part> difference(Map<UUID, Notice> of, Map<UUID, Notice> to) {
        return of.values().stream()
                .flatMap(notice -> {
                    Notice other = to.get(notice.id());
                    return notice.parts().stream()
                            .filter(part -> other == null || !other.parts().contains(part))
                            .map(part -> new Part(notice.id(), part));
                })
                .toList();
    }
}
