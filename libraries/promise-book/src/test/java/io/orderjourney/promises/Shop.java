package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.at;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.testing.PromiseBuilder;

/** Promises of the Warsaw shop, and new dates for them. */
final class Shop {

    private Shop() {}

    /** A promise made at {@code madeAt} and due at {@code dueAt}, waiting for the given kinds. */
    static Promise promise(PromiseKind kind, String madeAt, String dueAt, PromiseKind... waitsFor) {
        return PromiseBuilder.promise(kind)
                .madeAt(madeAt)
                .dueAt(dueAt)
                .waitsFor(waitsFor)
                .build();
    }

    static Promise window(PromiseKind kind, String madeAt, String startAt, String endAt, PromiseKind... waitsFor) {
        return PromiseBuilder.promise(kind)
                .madeAt(madeAt)
                .window(startAt, endAt)
                .waitsFor(waitsFor)
                .build();
    }

    /** A reschedule of a promise without a window to a due time that was granted. */
    static Reschedule reschedule(String dueAt, DecidedBy decidedBy) {
        GrantedDate date = new GrantedDate(Precision.BY_TIME, null, at(dueAt));
        return new Reschedule(date, ReasonCode.DESK_BUSY, null, decidedBy, "sales:anna", "told again");
    }
}
