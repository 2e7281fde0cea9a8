package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.promises.Promise;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a desk is asked to do now.
 *
 * @param promiseId what it is about; absent if it is about the journey as a whole
 * @param revision of the promise when it was asked
 * @param noticeId the message that the call stands for; absent for every other task
 * @param doBeforeAt until when it helps
 * @param outcome what came of it, in words; absent while it is open
 */
public record DeskTask(
        UUID id,
        UUID journeyId,
        Desk desk,
        DeskTaskKind task,
        @Nullable UUID promiseId,
        int revision,
        @Nullable UUID noticeId,
        String text,
        Instant doBeforeAt,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable String outcome) {

    /** In working time of its desk: somebody may be on the phone with the customer just now. */
    public static final Duration GRACE = Duration.ofMinutes(15);

    /** Stands before the text of a task that was not done in time. */
    public static final String CLIMBED = ", not done in time: ";

    public boolean isOpen() {
        return doneAt == null;
    }

    /**
     * Whether nobody needs to do it any more, as its promise stands now. An escalation is about a customer who was let
     * down: that the promise was kept in the end does not undo it.
     */
    public boolean isObsolete(Promise promise) {
        return switch (task) {
            case REMINDER, NEW_DATE -> !promise.isOpen() || promise.revision() > revision;
            case CALL_CUSTOMER, RESCHEDULED_BY_SYSTEM, FIND_PAPERS -> !promise.isOpen();
            case ESCALATION, REFUND -> false;
        };
    }

    /** Whether this one takes the place of another: a desk has one row for one promise, the latest. */
    public boolean replaces(DeskTask other) {
        return promiseId != null
                && promiseId.equals(other.promiseId)
                && desk == other.desk
                && !id.equals(other.id)
                && (isOfTheWatch(task) || (task == DeskTaskKind.ESCALATION && desk == Desk.MANAGEMENT))
                && isOfTheWatch(other.task);
    }

    private static boolean isOfTheWatch(DeskTaskKind kind) {
        return switch (kind) {
            case REMINDER, NEW_DATE, RESCHEDULED_BY_SYSTEM -> true;
            case CALL_CUSTOMER, FIND_PAPERS, ESCALATION, REFUND -> false;
        };
    }

    /**
     * When it climbs, if nobody has done it by then: to the lead of its desk, and what the lead was asked to a manager. Empty for
     * what does so by itself: a reminder is followed by what happens to its promise.
     */
    public Optional<Instant> climbsAt(BusinessCalendar hoursOfDesk) {
        return climbs() ? Optional.of(hoursOfDesk.plus(doBeforeAt, GRACE)) : Optional.empty();
    }

    /** Whether it climbs when it is not done in time. */
    public boolean climbs() {
        return switch (task) {
            case CALL_CUSTOMER, FIND_PAPERS, REFUND, ESCALATION -> desk != Desk.MANAGEMENT;
            case REMINDER, NEW_DATE, RESCHEDULED_BY_SYSTEM -> false;
        };
    }

    /** Whether this one was asked for only because nobody did the other. */
    public boolean climbedFrom(DeskTask other) {
        return task == DeskTaskKind.ESCALATION && !id.equals(other.id) && text.endsWith(CLIMBED + other.text);
    }

    /**
     * Whether nobody needs to do it after the journey ended. A call that tells of the end was opened after it; an escalation
     * is about a customer who was let down, however it ended; and money goes back because it ended.
     */
    public boolean isObsoleteAfterEnd(Instant endedAt) {
        boolean callSinceThen = noticeId != null && !openedAt.isBefore(endedAt);
        return task != DeskTaskKind.ESCALATION && task != DeskTaskKind.REFUND && !callSinceThen;
    }

    /** @throws AlreadyCompleted if somebody completed it before */
    public DeskTask completed(String by, String what, Instant at) {
        if (doneAt != null) {
            throw new AlreadyCompleted(this);
        }
        return new DeskTask(
                id, journeyId, desk, task, promiseId, revision, noticeId, text, doBeforeAt, openedAt, at, by, what);
    }

    /** A task is completed once. */
    public static final class AlreadyCompleted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyCompleted(DeskTask task) {
            super("This task was completed by " + task.doneBy());
        }
    }
}
