package io.orderjourney.notification;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.testing.PromiseBuilder;
import io.orderjourney.promises.testing.WarsawShop;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Warsaw shop of the rules' tests, in a week of January 2026 without holidays; the 12th is a Monday. */
public final class Fixtures {

    public static final ZoneId WARSAW = WarsawShop.WARSAW;
    public static final ShopTerms TERMS = WarsawShop.TERMS;
    public static final UUID JOURNEY = WarsawShop.JOURNEY;
    public static final UUID CUSTOMER = WarsawShop.CUSTOMER;

    private Fixtures() {}

    /** A wall-clock time in Warsaw, e.g. {@code at("2026-01-12T10:00")}. */
    public static Instant at(String local) {
        return WarsawShop.at(local);
    }

    /** A promise made on Monday at ten. */
    public static Promise promise(PromiseKind kind, String dueAt) {
        return PromiseBuilder.promise(kind).dueAt(dueAt).build();
    }

    public static Promise window(PromiseKind kind, String startAt, String dueAt) {
        return PromiseBuilder.promise(kind).window(startAt, dueAt).build();
    }

    public static Promise confirmed(PromiseKind kind, String startAt, String dueAt) {
        return PromiseBuilder.promise(kind).window(startAt, dueAt).confirmed().build();
    }

    public static Promise estimated(PromiseKind kind, String dueAt, Estimate estimate) {
        return PromiseBuilder.promise(kind).dueAt(dueAt).estimated(estimate).build();
    }

    /** The same promise as its owner rescheduled it. */
    public static Promise rescheduled(Promise promise, int revision, @Nullable String startAt, String dueAt) {
        return PromiseBuilder.rescheduled(promise, revision, startAt == null ? null : at(startAt), at(dueAt));
    }

    public static Promise kept(Promise promise, Instant keptAt) {
        return promise.kept("evidence", keptAt);
    }
}
