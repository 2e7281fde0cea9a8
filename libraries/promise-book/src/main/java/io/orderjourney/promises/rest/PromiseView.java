package io.orderjourney.promises.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise as every service shows it; times carry the offset of the shop's zone.
 *
 * @param partner whose part it needs from outside; absent for none
 * @param owner the service that decides about it
 * @param told the words the customer was told last, in their language
 * @param firstPromisedAt the due time first said; it never changes
 * @param windowStartAt start of the agreed window, which ends at {@code dueAt}; absent for a promise without one
 * @param dueAt the due time the customer now counts on
 * @param revision how often it was rescheduled
 * @param confirmed somebody confirmed the date as it stands
 * @param waitsFor kinds of the same journey that must be done first
 * @param waiting the customer has to act first; absent while it is the shop's turn
 * @param evidence by what it can be seen that it was kept
 */
public record PromiseView(
        UUID id,
        UUID journeyId,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        String owner,
        String told,
        OffsetDateTime madeAt,
        OffsetDateTime firstPromisedAt,
        Precision precision,
        @Nullable OffsetDateTime windowStartAt,
        OffsetDateTime dueAt,
        int revision,
        boolean confirmed,
        List<PromiseKind> waitsFor,
        @Nullable Waiting waiting,
        @Nullable OffsetDateTime keptAt,
        @Nullable String evidence,
        @Nullable OffsetDateTime withdrawnAt) {

    /** What the shop waits for the customer for, since when and how long. */
    public record Waiting(WaitingReason reason, OffsetDateTime sinceAt, OffsetDateTime untilAt) {}

    public static PromiseView of(Promise promise, ZoneId zone) {
        return new PromiseView(
                promise.id(),
                promise.journeyId(),
                promise.kind(),
                promise.desk(),
                promise.partner(),
                promise.owner(),
                promise.told(),
                promise.madeAt().atZone(zone).toOffsetDateTime(),
                promise.firstPromisedAt().atZone(zone).toOffsetDateTime(),
                promise.precision(),
                local(promise.windowStartAt(), zone),
                promise.dueAt().atZone(zone).toOffsetDateTime(),
                promise.revision(),
                promise.isConfirmed(),
                promise.waitsFor(),
                waiting(promise.turn(), zone),
                local(promise.keptAt(), zone),
                promise.evidence(),
                local(promise.withdrawnAt(), zone));
    }

    private static @Nullable Waiting waiting(@Nullable CustomerTurn turn, ZoneId zone) {
        return turn == null
                ? null
                : new Waiting(
                        turn.reason(),
                        turn.sinceAt().atZone(zone).toOffsetDateTime(),
                        turn.untilAt().atZone(zone).toOffsetDateTime());
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
