package io.orderjourney.notification;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Warsaw shop of the rules' tests, in a week of January 2026 without holidays; the 12th is a Monday. */
public final class Fixtures {

    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    public static final ShopTerms TERMS = new ShopTerms(ShopPolicies.initial());
    public static final UUID JOURNEY = UUID.fromString("01940000-0000-7000-8000-000000000001");
    public static final UUID CUSTOMER = UUID.fromString("01940000-0000-7000-8000-00000000000c");

    private Fixtures() {}

    /** A wall-clock time in Warsaw, e.g. {@code at("2026-01-12T10:00")}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    /** A promise made on Monday at ten. */
    public static Promise promise(PromiseKind kind, String dueAt) {
        return promise(kind, null, dueAt, 0, -1, null);
    }

    public static Promise window(PromiseKind kind, String startAt, String dueAt) {
        return promise(kind, startAt, dueAt, 0, -1, null);
    }

    public static Promise confirmed(PromiseKind kind, String startAt, String dueAt) {
        return promise(kind, startAt, dueAt, 0, 0, null);
    }

    public static Promise estimated(PromiseKind kind, String dueAt, Estimate estimate) {
        return promise(kind, null, dueAt, 0, -1, estimate);
    }

    /** The same promise as its owner rescheduled it. */
    public static Promise rescheduled(Promise promise, int revision, @Nullable String startAt, String dueAt) {
        return with(promise, revision, startAt, dueAt, promise.keptAt(), promise.withdrawnAt());
    }

    public static Promise kept(Promise promise, Instant keptAt) {
        return promise.kept("evidence", keptAt);
    }

    private static Promise with(
            Promise promise,
            int revision,
            @Nullable String startAt,
            String dueAt,
            @Nullable Instant keptAt,
            @Nullable Instant withdrawnAt) {
        return new Promise(
                promise.id(),
                promise.journeyId(),
                promise.customerId(),
                promise.kind(),
                promise.desk(),
                promise.partner(),
                promise.owner(),
                promise.madeBy(),
                promise.language(),
                "told " + revision,
                promise.madeAt(),
                promise.firstPromisedAt(),
                promise.precision(),
                at(dueAt),
                startAt == null ? null : at(startAt),
                promise.waitsFor(),
                revision,
                false,
                0,
                promise.estimate(),
                promise.confirmedRevision(),
                keptAt,
                keptAt == null ? null : "evidence",
                withdrawnAt);
    }

    private static Promise promise(
            PromiseKind kind,
            @Nullable String startAt,
            String dueAt,
            int revision,
            int confirmedRevision,
            @Nullable Estimate estimate) {
        return new Promise(
                UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)),
                JOURNEY,
                CUSTOMER,
                kind,
                TERMS.kind(kind).desk(),
                TERMS.kind(kind).partner(),
                "test-service",
                "policy",
                "en",
                "told",
                at("2026-01-12T10:00"),
                at(dueAt),
                startAt == null ? TERMS.kind(kind).precision() : Precision.WINDOW,
                at(dueAt),
                startAt == null ? null : at(startAt),
                List.of(),
                revision,
                false,
                0,
                estimate,
                confirmedRevision,
                null,
                null,
                null);
    }
}
