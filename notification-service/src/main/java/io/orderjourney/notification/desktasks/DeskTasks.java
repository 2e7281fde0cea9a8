package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tasks of all desks. Every call joins the running transaction. */
public interface DeskTasks {

    /**
     * Opens a task and tells the world. The same task about the same revision of a promise is opened once.
     *
     * @param revision of the promise; 0 if the task is about none
     * @param text what to do, in words for staff
     * @param doBeforeAt until when it helps
     * @return the task; empty if it was asked before
     */
    Optional<UUID> open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            String text,
            Instant doBeforeAt);

    /**
     * Opens a call that stands for a message: when it was made, the customer has the message in hand.
     *
     * @param promiseId the promise whose date the message changes; absent if it changes none
     * @param noticeId the message
     * @return the task; empty if it was asked before
     */
    Optional<UUID> openCall(
            UUID journeyId,
            Desk desk,
            @Nullable UUID promiseId,
            int revision,
            UUID noticeId,
            String text,
            Instant doBeforeAt);

    /** Closes the open calls of a journey whose message nobody needs to hear any more. */
    void closeCalls(UUID journeyId, Predicate<UUID> isNeedless, String outcome);

    /** Closes the open tasks that became needless, as these promises stand now. */
    void closeNeedless(Collection<Promise> promises);

    /** Closes a task that became needless, if it is open. */
    void closeNeedless(UUID taskId, String outcome);
}
