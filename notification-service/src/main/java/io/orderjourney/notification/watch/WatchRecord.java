package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the watch did about a promise so far. All revisions start at -1.
 *
 * @param plannedRevision the rungs of this revision stand in the timer table
 * @param foreseenRevision the revision whose slip was last reported to the owner
 * @param foreseenAt the date that was foreseen then
 * @param announcedRevision the customer's news of this revision is on its way or needless
 * @param toldRevision the latest revision that was handed over to the customer
 */
public record WatchRecord(
        UUID promiseId,
        int plannedRevision,
        int foreseenRevision,
        @Nullable Instant foreseenAt,
        int announcedRevision,
        int toldRevision) {

    /** Of a promise the watch sees for the first time; what was said when it was made, the customer has heard. */
    public static WatchRecord fresh(UUID promiseId) {
        return new WatchRecord(promiseId, -1, -1, null, 0, 0);
    }

    public WatchRecord planned(int revision) {
        return new WatchRecord(promiseId, revision, foreseenRevision, foreseenAt, announcedRevision, toldRevision);
    }

    public WatchRecord foreseen(int revision, Instant at) {
        return new WatchRecord(promiseId, plannedRevision, revision, at, announcedRevision, toldRevision);
    }

    public WatchRecord announced(int revision) {
        return new WatchRecord(promiseId, plannedRevision, foreseenRevision, foreseenAt, revision, toldRevision);
    }
}
