package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.WaitingPolicy;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What customers are promised when their journeys begin: made for each of them, and written for all in one statement. As nothing
 * was promised before, nothing is read.
 */
@ApplicationScoped
public class FirstPromises {

    private final PromiseBook book;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    FirstPromises(PromiseBook book, Promises promises, CurrentTerms terms, BusinessClock clock) {
        this.book = book;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /** Promises of the running transaction; none is stored before {@link Batch#write}. */
    public Batch begin() {
        return new Batch();
    }

    /** Promises that are written together. */
    public final class Batch {

        private final List<Promise> made = new ArrayList<>();

        /** As {@link PromiseDesk#makeEarliest(Recipient, PromiseKind, String)}. */
        public Promise makeEarliest(Recipient to, PromiseKind kind, String actor) {
            return add(earliest(to, kind, actor));
        }

        /** The same, and it is the customer's turn at once: they have to act first. */
        public Promise makeWaiting(Recipient to, PromiseKind kind, WaitingReason reason, String actor) {
            Promise promise = earliest(to, kind, actor);
            ShopTerms shop = terms.at(to.pickupPoint());
            return add(book.pauseHeld(
                    promise,
                    reason,
                    WaitingPolicy.untilAt(reason, clock.instant(), shop.calendar(promise.desk()), shop.waiting()),
                    actor));
        }

        /** No date is known: promises the time of the next message, by this desk. */
        public Promise makeNextUpdate(Recipient to, Desk desk, String actor) {
            GrantedDate date = PromiseDates.at(clock.instant(), terms.get()).nextUpdate(desk, promises.load(desk));
            return add(make(to, PromiseKind.NEXT_UPDATE, desk, date, List.of(), actor));
        }

        /** Stores all that was made. */
        public void write() {
            promises.add(made);
            made.clear();
        }

        private Promise earliest(Recipient to, PromiseKind kind, String actor) {
            Instant now = clock.instant();
            var policy = terms.get().kind(kind);
            GrantedDate date = PromiseDates.at(now, terms.at(to.pickupPoint()))
                    .earliestFrom(kind, now, promises.load(policy.desk()));
            return make(to, kind, null, date, policy.waitsFor(), actor);
        }

        private Promise make(
                Recipient to,
                PromiseKind kind,
                @Nullable Desk desk,
                GrantedDate date,
                List<PromiseKind> waitsFor,
                String actor) {
            return book.makeHeld(
                    new NewPromise(to.journeyId(), to.customerId(), kind, desk, date, waitsFor, to.language(), actor));
        }

        private Promise add(Promise promise) {
            made.add(promise);
            return promise;
        }
    }
}
