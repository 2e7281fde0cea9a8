package io.orderjourney.promises.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise as its owner answers it; times carry the offset of the shop's zone. */
public record PromiseView(
        UUID id,
        UUID journeyId,
        PromiseKind kind,
        Desk desk,
        String owner,
        String told,
        OffsetDateTime firstPromisedAt,
        Precision precision,
        @Nullable OffsetDateTime windowStartAt,
        OffsetDateTime dueAt,
        int revision,
        @Nullable OffsetDateTime keptAt,
        @Nullable OffsetDateTime withdrawnAt) {

    public static PromiseView of(Promise promise, ZoneId zone) {
        return new PromiseView(
                promise.id(),
                promise.journeyId(),
                promise.kind(),
                promise.desk(),
                promise.owner(),
                promise.told(),
                promise.firstPromisedAt().atZone(zone).toOffsetDateTime(),
                promise.precision(),
                local(promise.windowStartAt(), zone),
                promise.dueAt().atZone(zone).toOffsetDateTime(),
                promise.revision(),
                local(promise.keptAt(), zone),
                local(promise.withdrawnAt(), zone));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
