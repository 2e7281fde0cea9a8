package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Warsaw shop of the tests, in a week of January 2026 without holidays after the sixth. */
final class Shop {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    static final ShopTerms TERMS = new ShopTerms(ShopPolicies.initial());
    static final UUID JOURNEY = UUID.fromString("01940000-0000-7000-8000-000000000001");

    private Shop() {}

    /** A wall-clock time in Warsaw, e.g. {@code at("2026-01-12T10:00")}; the 12th is a Monday. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    static PromiseDates datesAt(String local) {
        return PromiseDates.at(at(local), TERMS);
    }

    /** A promise made at {@code madeAt} and due at {@code dueAt}, waiting for the given kinds. */
    static Promise promise(PromiseKind kind, String madeAt, String dueAt, PromiseKind... waitsFor) {
        return promise(kind, madeAt, null, dueAt, waitsFor);
    }

    static Promise window(PromiseKind kind, String madeAt, String startAt, String endAt, PromiseKind... waitsFor) {
        return promise(kind, madeAt, startAt, endAt, waitsFor);
    }

    private static Promise promise(
            PromiseKind kind, String madeAt, @Nullable String startAt, String dueAt, PromiseKind... waitsFor) {
        Desk desk = TERMS.kind(kind).desk();
        Precision precision =
                startAt != null ? Precision.WINDOW : TERMS.kind(kind).precision();
        return new Promise(
                UUID.nameUUIDFromBytes((kind + madeAt).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                JOURNEY,
                UUID.fromString("01940000-0000-7000-8000-00000000000c"),
                kind,
                desk,
                null,
                "test-service",
                "policy",
                "en",
                "told",
                at(madeAt),
                at(dueAt),
                precision,
                at(dueAt),
                startAt == null ? null : at(startAt),
                List.of(waitsFor),
                0,
                false,
                0,
                null,
                -1,
                null,
                null,
                null);
    }

    /** A reschedule of a promise without a window to a due time that was granted. */
    static Reschedule reschedule(String dueAt, DecidedBy decidedBy) {
        GrantedDate date = new GrantedDate(Precision.BY_TIME, null, at(dueAt));
        return new Reschedule(date, ReasonCode.DESK_BUSY, null, decidedBy, "sales:anna", "told anew");
    }
}
