package io.orderjourney.notification.desktasks;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks of all desks. Every call joins the running transaction. */
public interface DeskTasks {

    /**
     * Opens a task and tells the world. The same task about the same revision of a promise is opened once.
     *
     * @param revision of the promise; 0 if the task is about none
     * @param text what to do, in words for staff
     * @param doBeforeAt until when it helps
     */
    void open(
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            String text,
            Instant doBeforeAt);

    /** Closes the open tasks about a promise that became needless. */
    void closeAbout(UUID promiseId, String outcome);
}
