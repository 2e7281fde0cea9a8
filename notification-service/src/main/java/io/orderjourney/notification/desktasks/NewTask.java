package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a desk is to be asked. The same about the same revision of a promise is asked once.
 *
 * @param promiseId what it is about; absent if it is about the journey as a whole
 * @param revision of the promise; 0 if the task is about none
 * @param noticeId the message that the call stands for; absent for every other task
 * @param text what to do, in words for staff
 * @param doBeforeAt until when it helps
 */
public record NewTask(
        UUID journeyId,
        Desk desk,
        DeskTaskKind task,
        @Nullable UUID promiseId,
        int revision,
        @Nullable UUID noticeId,
        String text,
        Instant doBeforeAt) {

    /** The task when it is asked. */
    public DeskTask opened(UUID id, Instant at) {
        return new DeskTask(
                id, journeyId, desk, task, promiseId, revision, noticeId, text, doBeforeAt, at, null, null, null);
    }
}
