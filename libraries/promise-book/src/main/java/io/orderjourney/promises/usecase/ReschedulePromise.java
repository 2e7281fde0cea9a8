package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person reschedules a promise to a requested time, after asking whether it can be kept. */
@ApplicationScoped
public class ReschedulePromise {

    private final Promises promises;
    private final PromiseOptions ask;
    private final PromiseBook book;

    ReschedulePromise(Promises promises, PromiseOptions ask, PromiseBook book) {
        this.promises = promises;
        this.ask = ask;
        this.book = book;
    }

    /** @param requestedAt the new due time; for an agreed window, its new start */
    @Transactional
    public Promise reschedule(
            Promise promise,
            Instant requestedAt,
            ReasonCode reason,
            @Nullable String note,
            DecidedBy decidedBy,
            String actor) {
        GrantedDate date = promise.precision() == Precision.WINDOW
                ? ask.windowAt(promise, requestedAt)
                : ask.dateFor(promise.kind(), promises.of(promise.journeyId()), requestedAt);
        return book.reschedule(promise.id(), date, reason, note, decidedBy, actor);
    }
}
