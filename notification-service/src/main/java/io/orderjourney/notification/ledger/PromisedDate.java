package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One date of a promise.
 *
 * @param revision 0 for the first promised date
 * @param reason why it replaced the one before; absent for the first
 * @param deliveredAt when the message with this date was delivered to the customer; absent until then
 * @param missedAt when it passed unkept and without notice; absent if that did not happen
 * @param undatedAt when it was given up, and a next update took its place; absent while it stands
 * @param releasedAt since when the shop is not bound by it, because the customer has to act first or holds the next update
 *     instead; absent while it binds
 * @param certainAt by when the customer hears for certain, who was told that it probably does not hold; absent if they were
 *     not told
 */
public record PromisedDate(
        UUID promiseId,
        int revision,
        UUID journeyId,
        Instant dueAt,
        @Nullable Instant windowStartAt,
        @Nullable ReasonCode reason,
        String decidedBy,
        boolean bySystem,
        Instant promisedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant missedAt,
        @Nullable Instant undatedAt,
        @Nullable Instant releasedAt,
        @Nullable Instant certainAt) {

    /** A date that stands. */
    public PromisedDate(
            UUID promiseId,
            int revision,
            UUID journeyId,
            Instant dueAt,
            @Nullable Instant windowStartAt,
            @Nullable ReasonCode reason,
            String decidedBy,
            boolean bySystem,
            Instant promisedAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant missedAt) {
        this(
                promiseId,
                revision,
                journeyId,
                dueAt,
                windowStartAt,
                reason,
                decidedBy,
                bySystem,
                promisedAt,
                deliveredAt,
                missedAt,
                null,
                null,
                null);
    }

    /** The same date, given up at this instant, and not binding from that one on. */
    public PromisedDate with(@Nullable Instant undated, @Nullable Instant released) {
        return with(undated, released, certainAt);
    }

    /** The same date, of which the customer is told that it probably does not hold. */
    public PromisedDate uncertainUntil(Instant certain) {
        return with(undatedAt, releasedAt, certain);
    }

    private PromisedDate with(
            @Nullable Instant newUndatedAt, @Nullable Instant newReleasedAt, @Nullable Instant newCertainAt) {
        return new PromisedDate(
                promiseId,
                revision,
                journeyId,
                dueAt,
                windowStartAt,
                reason,
                decidedBy,
                bySystem,
                promisedAt,
                deliveredAt,
                missedAt,
                newUndatedAt,
                newReleasedAt,
                newCertainAt);
    }

    /** Whether the shop was still bound by it at this instant. */
    public boolean bindsAt(Instant at) {
        return releasedAt == null || releasedAt.isAfter(at);
    }

    /** The instant that customers arrange their day around. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }
}
