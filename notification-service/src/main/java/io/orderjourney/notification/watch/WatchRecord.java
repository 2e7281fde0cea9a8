package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the watch did about a promise so far. Revisions begin at 0; -1 means "for none".
 *
 * @param plannedRevision the levels of this revision stand in the timer table
 * @param foreseenRevision the revision whose slip was last reported to the owner as foreseen
 * @param foreseenAt the date that was foreseen then
 * @param settledRevision up to here it is settled what the customer hears: his news is on its way, or was needless
 * @param spokenRevision the latest revision he was told, or is being told: the date he arranges his day around
 * @param toldRevision the latest revision that was handed over to him
 */
public record WatchRecord(
        UUID promiseId,
        int plannedRevision,
        int foreseenRevision,
        @Nullable Instant foreseenAt,
        int settledRevision,
        int spokenRevision,
        int toldRevision) {

    /** Of a promise the watch sees for the first time; what was said when it was made, the customer has heard. */
    public static WatchRecord fresh(UUID promiseId) {
        return new WatchRecord(promiseId, -1, -1, null, 0, 0, 0);
    }

    public WatchRecord planned(int revision) {
        return new WatchRecord(
                promiseId, revision, foreseenRevision, foreseenAt, settledRevision, spokenRevision, toldRevision);
    }

    public WatchRecord foreseen(int revision, Instant at) {
        return new WatchRecord(promiseId, plannedRevision, revision, at, settledRevision, spokenRevision, toldRevision);
    }

    public WatchRecord spoken(int revision) {
        return new WatchRecord(
                promiseId, plannedRevision, foreseenRevision, foreseenAt, revision, revision, toldRevision);
    }

    /** The customer is not told of this revision, and goes on believing the date before. */
    public WatchRecord keptQuiet(int revision) {
        return new WatchRecord(
                promiseId, plannedRevision, foreseenRevision, foreseenAt, revision, spokenRevision, toldRevision);
    }
}
