package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message for one customer about one journey.
 *
 * @param number what people quote; the same on every channel and in every copy
 * @param customerId absent while the order is not known here yet
 * @param sendAfter business time before which it may still grow
 * @param readiness the readiness a "ready for pickup" tells of; absent without one
 * @param freeText what staff want to say, with the subject NEXT_UPDATE, INQUIRY_UPDATE, INQUIRY_ANSWERED or APOLOGY
 * @param why it was dropped; absent otherwise
 * @param traceparent the W3C trace of what led to it; absent if the watch planned it
 */
public record Notice(
        UUID id,
        long number,
        UUID journeyId,
        @Nullable UUID customerId,
        NoticeState state,
        Instant plannedAt,
        Instant sendAfter,
        @Nullable Integer readiness,
        @Nullable String freeText,
        @Nullable String why,
        @Nullable String traceparent,
        List<NoticePart> parts) {

    private static final Set<NoticeSubject> INVITING = EnumSet.of(
            NoticeSubject.READY_FOR_PICKUP,
            NoticeSubject.APPOINTMENT_BOOKED,
            NoticeSubject.YOUR_TURN,
            NoticeSubject.YOUR_TURN_REMINDER);

    /** What answers something that the customer just did, and wakes nobody if it comes by mail. */
    private static final Set<NoticeSubject> OWN_ACT = EnumSet.of(
            NoticeSubject.INQUIRY_RECEIVED,
            NoticeSubject.COMPLAINT_RECEIVED,
            NoticeSubject.STOCK_ALERT_RECEIVED,
            NoticeSubject.REPAIR_RECEIVED);

    private static final Set<NoticeSubject> AFTER_THE_END = EnumSet.of(
            NoticeSubject.THANK_YOU,
            NoticeSubject.PARCEL_DELIVERED,
            NoticeSubject.JOURNEY_ENDED,
            NoticeSubject.INQUIRY_ANSWERED,
            NoticeSubject.BACK_IN_STOCK,
            NoticeSubject.REPAIR_READY,
            NoticeSubject.FEEDBACK_REQUEST,
            NoticeSubject.APOLOGY);

    /** Where a message stands as a whole; what became of it on each channel, its deliveries say. */
    public enum NoticeState {
        /** It may still grow. */
        PLANNED,
        /** It is on its way, or arrived. */
        LEFT,
        /** It was not sent at all. */
        DROPPED
    }

    /** A message without parts, which is not stored yet and so has no number. */
    public static Notice planned(
            UUID id, UUID journeyId, Instant now, Instant sendAfter, @Nullable String traceparent) {
        return new Notice(
                id, 0, journeyId, null, NoticeState.PLANNED, now, sendAfter, null, null, null, traceparent, List.of());
    }

    public List<DateChange> newDates() {
        return parts.stream()
                .flatMap(part -> part instanceof NoticePart.NewDate date ? Stream.of(date.change()) : Stream.empty())
                .toList();
    }

    public List<NoticeSubject> subjects() {
        return parts.stream()
                .flatMap(part -> part instanceof NoticePart.News news ? Stream.of(news.subject()) : Stream.empty())
                .toList();
    }

    public boolean tells(NoticeSubject subject) {
        return subjects().contains(subject);
    }

    /**
     * Whether it answers what the customer just did: then it goes out at once, at night by mail if they have an address. What
     * became known within the merge window of their order comes with the answer to it.
     */
    public boolean answersOwnAct() {
        return tells(NoticeSubject.ORDER_RECEIVED) || onlyAnswersOwnAct();
    }

    /** Whether it does nothing else; it goes out by mail if they have an address, at any hour. */
    public boolean onlyAnswersOwnAct() {
        return newDates().isEmpty() && !subjects().isEmpty() && OWN_ACT.containsAll(subjects());
    }

    /** Whether it apologises for a delay. */
    public boolean isDelayNotice() {
        return newDates().stream().anyMatch(DateChange::isDelay);
    }

    /** What asks the customer to come or to act. */
    public List<NoticeSubject> invitations() {
        return subjects().stream().filter(INVITING::contains).toList();
    }

    /** Whether it changes what the customer has to do, or when: a delay, an invitation, their turn. */
    public boolean mustReachTheCustomer() {
        return isTripGuard()
                || isDelayNotice()
                || tells(NoticeSubject.READY_FOR_PICKUP)
                || tells(NoticeSubject.COLLECTOR_CODE)
                || tells(NoticeSubject.INQUIRY_ANSWERED)
                || tells(NoticeSubject.BACK_IN_STOCK)
                || tells(NoticeSubject.REPAIR_READY)
                || tells(NoticeSubject.YOUR_TURN);
    }

    /**
     * Whether it says how things stand or will be, and not only what happened or what staff wrote: that may have changed where
     * it is not known yet.
     */
    public boolean restsOnNews() {
        boolean update = (tells(NoticeSubject.NEXT_UPDATE) && freeText == null) || tells(NoticeSubject.PROBABLY_LATER);
        return !isTripGuard() && (!newDates().isEmpty() || !invitations().isEmpty() || update);
    }

    /** Whether it stops the customer before a wasted trip; nothing is more urgent. */
    public boolean isTripGuard() {
        return tells(NoticeSubject.READINESS_WITHDRAWN);
    }

    /** The message as it is told with no more than this many of its new dates. */
    public Notice withDates(int count) {
        Set<UUID> told =
                newDates().stream().limit(count).map(DateChange::promiseId).collect(Collectors.toSet());
        List<NoticePart> carried = parts.stream()
                .filter(part -> !(part instanceof NoticePart.NewDate date)
                        || told.contains(date.change().promiseId()))
                .toList();
        return with(carried);
    }

    /** The same message without this news. */
    public Notice without(NoticeSubject subject) {
        return with(parts.stream()
                .filter(part -> !(part instanceof NoticePart.News news) || news.subject() != subject)
                .toList());
    }

    /** The same message with other parts. */
    public Notice with(List<NoticePart> others) {
        return with(state, sendAfter, readiness, why, others);
    }

    /** The same message, which leaves at another time. */
    public Notice leavingAfter(Instant at) {
        return with(state, at, readiness, why, parts);
    }

    /** The same message, which has left: it grows no more. */
    public Notice leaving() {
        return with(NoticeState.LEFT, sendAfter, readiness, why, parts);
    }

    /** The same message, which is not sent at all. */
    public Notice dropped(String because) {
        return with(NoticeState.DROPPED, sendAfter, readiness, because, parts);
    }

    /** The same message, which tells of another readiness. */
    public Notice tellingOf(int otherReadiness) {
        return with(state, sendAfter, otherReadiness, why, parts);
    }

    private Notice with(
            NoticeState now,
            Instant leavesAfter,
            @Nullable Integer tellsOf,
            @Nullable String because,
            List<NoticePart> others) {
        return new Notice(
                id,
                number,
                journeyId,
                customerId,
                now,
                plannedAt,
                leavesAfter,
                tellsOf,
                freeText,
                because,
                traceparent,
                others);
    }

    public Optional<DateChange> newDateOf(UUID promiseId) {
        return newDates().stream()
                .filter(change -> change.promiseId().equals(promiseId))
                .findFirst();
    }

    /**
     * The message without what is no longer valid: a "ready" after the readiness ended, a "do not come" after it came back, a
     * date of something that was kept or withdrawn meanwhile, or has a newer one, a next update that another promise replaced,
     * the customer's turn after they acted. After the end of the journey nothing is valid but thanks, an answer and the end
     * itself.
     *
     * @param readyNow the readiness that holds now; absent if the order is not ready
     * @param nextUpdateOwed whether the watch owes a next update for want of any other promise
     * @param customersTurn whether the shop waits for the customer
     * @param ended whether the journey is over
     * @param stands whether a promise is open, and no newer date of it is announced
     */
    public Notice stillValid(
            @Nullable Integer readyNow,
            boolean nextUpdateOwed,
            boolean customersTurn,
            boolean ended,
            Predicate<DateChange> stands) {
        List<NoticePart> valid = parts.stream()
                .filter(part -> part instanceof NoticePart.NewDate date
                        ? !ended && stands.test(date.change())
                        : isValid(((NoticePart.News) part).subject(), readyNow, nextUpdateOwed, customersTurn, ended))
                .toList();
        return with(valid);
    }

    private boolean isValid(
            NoticeSubject subject,
            @Nullable Integer readyNow,
            boolean nextUpdateOwed,
            boolean customersTurn,
            boolean ended) {
        if (ended) {
            return AFTER_THE_END.contains(subject);
        }
        return switch (subject) {
            case READY_FOR_PICKUP -> readyNow != null && readyNow.equals(readiness);
            case READINESS_WITHDRAWN -> readyNow == null;
            case YOUR_TURN, YOUR_TURN_REMINDER -> customersTurn;
            case OUT_FOR_DELIVERY -> !customersTurn;
            case NEXT_UPDATE -> freeText != null || nextUpdateOwed;
            default -> true;
        };
    }
}
