package io.orderjourney.promises.testing;

import static io.orderjourney.promises.testing.WarsawShop.at;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise for a test, in which a test says only what it is about:
 *
 * <pre>{@code promise(PICKUP_READY).dueAt("2026-01-13T20:00").waitsFor(STOCK_ARRIVAL).build()}</pre>
 *
 * The rest is as the policy of {@link WarsawShop} has it: made on Monday 12 January 2026 at ten, due four hours later.
 */
public final class PromiseBuilder {

    private final PromiseKind kind;
    private final KindPolicy policy;
    private @Nullable UUID id;
    private UUID journeyId = WarsawShop.JOURNEY;
    private UUID customerId = WarsawShop.CUSTOMER;
    private Desk desk;
    private String owner = "test-service";
    private String madeBy = "policy";
    private String language = "en";
    private Instant madeAt = at("2026-01-12T10:00");
    private @Nullable Instant windowStartAt;
    private @Nullable Instant dueAt;
    private List<PromiseKind> waitsFor = List.of();
    private @Nullable Estimate estimate;
    private boolean confirmed;

    private PromiseBuilder(PromiseKind kind) {
        this.kind = kind;
        this.policy = WarsawShop.TERMS.kind(kind);
        this.desk = policy.desk();
    }

    public static PromiseBuilder promise(PromiseKind kind) {
        return new PromiseBuilder(kind);
    }

    /** Its id; without, promises of one kind and one time of making have the same. */
    public PromiseBuilder id(UUID wanted) {
        id = wanted;
        return this;
    }

    public PromiseBuilder inJourney(UUID journey) {
        journeyId = journey;
        return this;
    }

    public PromiseBuilder forCustomer(UUID customer) {
        customerId = customer;
        return this;
    }

    public PromiseBuilder ownedBy(String service) {
        owner = service;
        return this;
    }

    public PromiseBuilder desk(Desk wanted) {
        desk = wanted;
        return this;
    }

    public PromiseBuilder madeBy(String actor) {
        madeBy = actor;
        return this;
    }

    public PromiseBuilder language(String tag) {
        language = tag;
        return this;
    }

    public PromiseBuilder madeAt(String local) {
        return madeAt(at(local));
    }

    public PromiseBuilder madeAt(Instant instant) {
        madeAt = instant;
        return this;
    }

    public PromiseBuilder dueAt(String local) {
        return dueAt(at(local));
    }

    public PromiseBuilder dueAt(Instant instant) {
        dueAt = instant;
        return this;
    }

    public PromiseBuilder window(String startLocal, String endLocal) {
        return window(at(startLocal), at(endLocal));
    }

    public PromiseBuilder window(Instant startAt, Instant endAt) {
        windowStartAt = startAt;
        return dueAt(endAt);
    }

    public PromiseBuilder waitsFor(PromiseKind... kinds) {
        waitsFor = List.of(kinds);
        return this;
    }

    public PromiseBuilder estimated(Estimate known) {
        estimate = known;
        return this;
    }

    public PromiseBuilder confirmed() {
        confirmed = true;
        return this;
    }

    public Promise build() {
        Instant due = Objects.requireNonNullElse(dueAt, madeAt.plus(Duration.ofHours(4)));
        Precision precision = windowStartAt != null ? Precision.WINDOW : policy.precision();
        UUID known = Objects.requireNonNullElseGet(
                id, () -> UUID.nameUUIDFromBytes((kind.name() + madeAt).getBytes(StandardCharsets.UTF_8)));
        Commitment commitment = new Commitment(
                journeyId, customerId, kind, desk, policy.partner(), owner, madeBy, language, waitsFor, madeAt, due);
        Promise made =
                Promise.made(known, commitment, PromisedDate.first(precision, windowStartAt, due, "told", madeBy));
        Promise estimated = estimate == null ? made : made.estimated(estimate);
        return confirmed ? estimated.confirmed() : estimated;
    }

    /** The promise at a later revision, as its owner published it. */
    public static Promise rescheduled(Promise promise, int revision, @Nullable Instant windowStartAt, Instant dueAt) {
        return promise.with(new PromisedDate(
                promise.precision(),
                windowStartAt,
                dueAt,
                "told " + revision,
                revision,
                null,
                promise.owner(),
                false,
                promise.deskReschedules()));
    }
}
