package io.orderjourney.notification.watch;

import io.orderjourney.contracts.EscalationLevel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the watch did about a promise so far. Revisions begin at 0; -1 means "for none".
 *
 * @param scheduledRevision the revision whose escalation levels have timers
 * @param scheduledPlan the fingerprint of the plan these timers were made for; absent for those of before it was kept
 * @param predictedRevision the revision whose predicted slip was last reported to the owner
 * @param predictedAt the date that was predicted then
 * @param closedRevision up to here it is decided whether the customer is notified
 * @param announcedRevision the latest revision that the customer was told, or is being told
 * @param confirmedRevision the latest revision that was delivered to the customer
 * @param turn what was done about the last turn of the customer's; absent if there was none
 */
public record WatchState(
        UUID promiseId,
        int scheduledRevision,
        @Nullable Integer scheduledPlan,
        int predictedRevision,
        @Nullable Instant predictedAt,
        int closedRevision,
        int announcedRevision,
        int confirmedRevision,
        @Nullable Turn turn) {

    /**
     * What was done about a turn of the customer's.
     *
     * @param sinceAt when the turn began, which tells it from another one
     * @param level the last level that was acted on: FORESEEN when it was only told, CUSTOMER_REMINDER, WAITING_EXPIRED
     */
    public record Turn(Instant sinceAt, EscalationLevel level) {}

    /** Of a new promise; the customer knows the date with which it was made. */
    public static WatchState fresh(UUID promiseId) {
        return new WatchState(promiseId, -1, null, -1, null, 0, 0, 0, null);
    }

    /** @param plan its fingerprint */
    public WatchState scheduled(int revision, int plan) {
        return new WatchState(
                promiseId,
                revision,
                plan,
                predictedRevision,
                predictedAt,
                closedRevision,
                announcedRevision,
                confirmedRevision,
                turn);
    }

    public WatchState predicted(int revision, Instant at) {
        return with(revision, at, closedRevision, announcedRevision, turn);
    }

    public WatchState announced(int revision) {
        return with(predictedRevision, predictedAt, revision, revision, turn);
    }

    /** The customer is not told this revision, and the date before stays announced. */
    public WatchState suppressed(int revision) {
        return with(predictedRevision, predictedAt, revision, announcedRevision, turn);
    }

    public WatchState turned(Instant sinceAt, EscalationLevel level) {
        Turn acted = new Turn(sinceAt, level);
        return with(predictedRevision, predictedAt, closedRevision, announcedRevision, acted);
    }

    private WatchState with(int predicted, @Nullable Instant at, int closed, int announced, @Nullable Turn customers) {
        return new WatchState(
                promiseId,
                scheduledRevision,
                scheduledPlan,
                predicted,
                at,
                closed,
                announced,
                confirmedRevision,
                customers);
    }
}
