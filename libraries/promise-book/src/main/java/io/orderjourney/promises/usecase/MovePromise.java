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

/** A person moves a promise to a wished time, after asking whether it can be kept. */
@ApplicationScoped
public class MovePromise {

    private final Promises promises;
    private final AskBeforePromising ask;
    private final PromiseBook book;

    MovePromise(Promises promises, AskBeforePromising ask, PromiseBook book) {
        this.promises = promises;
        this.ask = ask;
        this.book = book;
    }

    /** @param wishedAt the new due time; for an agreed window, its new start */
    @Transactional
    public Promise move(
            Promise promise,
            Instant wishedAt,
            ReasonCode reason,
            @Nullable String note,
            DecidedBy decidedBy,
            String actor) {
        GrantedDate date = promise.precision() == Precision.WINDOW
                ? ask.windowAt(promise, wishedAt)
                : ask.dateFor(promise.kind(), promises.of(promise.journeyId()), wishedAt);
        return book.move(promise.id(), date, reason, note, decidedBy, actor);
    }
}
