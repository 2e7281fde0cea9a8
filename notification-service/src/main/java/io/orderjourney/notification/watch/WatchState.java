package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the watch did about a promise so far. Revisions begin at 0; -1 means "for none".
 *
 * @param scheduledRevision the revision whose escalation levels have timers
 * @param predictedRevision the revision whose predicted slip was last reported to the owner
 * @param predictedAt the date that was predicted then
 * @param closedRevision up to here it is decided whether the customer is notified
 * @param announcedRevision the latest revision that the customer was told, or is being told
 * @param confirmedRevision the latest revision that was delivered to the customer
 */
public record WatchState(
        UUID promiseId,
        int scheduledRevision,
        int predictedRevision,
        @Nullable Instant predictedAt,
        int closedRevision,
        int announcedRevision,
        int confirmedRevision) {

    /** Of a new promise; the customer knows the date with which it was made. */
    public static WatchState fresh(UUID promiseId) {
        return new WatchState(promiseId, -1, -1, null, 0, 0, 0);
    }

    public WatchState scheduled(int revision) {
        return new WatchState(
                promiseId,
                revision,
                predictedRevision,
                predictedAt,
                closedRevision,
                announcedRevision,
                confirmedRevision);
    }

    public WatchState predicted(int revision, Instant at) {
        return new WatchState(
                promiseId, scheduledRevision, revision, at, closedRevision, announcedRevision, confirmedRevision);
    }

    public WatchState announced(int revision) {
        return new WatchState(
                promiseId, scheduledRevision, predictedRevision, predictedAt, revision, revision, confirmedRevision);
    }

    /** The customer is not told this revision, and the date before stays announced. */
    public WatchState suppressed(int revision) {
        return new WatchState(
                promiseId,
                scheduledRevision,
                predictedRevision,
                predictedAt,
                revision,
                announcedRevision,
                confirmedRevision);
    }
}
