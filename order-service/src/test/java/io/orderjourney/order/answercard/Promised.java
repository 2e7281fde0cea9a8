package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.testing.PromiseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Promises for tests of rules. */
public final class Promised {

    public static final ShopTerms TERMS = new ShopTerms(ShopPolicies.initial());

    private Promised() {}

    public static Promise of(PromiseKind kind, Instant dueAt, PromiseKind... waitsFor) {
        return by("fulfillment-service", TERMS.kind(kind).desk(), kind, dueAt, waitsFor);
    }

    public static Promise by(String owner, Desk desk, PromiseKind kind, Instant dueAt, PromiseKind... waitsFor) {
        return by(owner, desk, kind, dueAt, dueAt.minus(Duration.ofHours(4)), waitsFor);
    }

    public static Promise by(
            String owner, Desk desk, PromiseKind kind, Instant dueAt, Instant madeAt, PromiseKind... waitsFor) {
        KindPolicy policy = TERMS.kind(kind);
        boolean window = policy.precision() == Precision.WINDOW;
        PromiseBuilder promise = PromiseBuilder.promise(kind)
                .id(UUID.randomUUID())
                .inJourney(UUID.randomUUID())
                .forCustomer(UUID.randomUUID())
                .desk(desk)
                .ownedBy(owner)
                .madeBy(owner)
                .language("pl")
                .madeAt(madeAt)
                .waitsFor(waitsFor);
        return (window ? promise.window(dueAt.minus(Duration.ofHours(1)), dueAt) : promise.dueAt(dueAt)).build();
    }
}
