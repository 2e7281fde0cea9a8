package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The credit desk as it gives its word for an application. Every call belongs to the running transaction. */
@ApplicationScoped
public class PromiseDesk {

    private final Promises promises;
    private final PromiseBook book;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String service;

    PromiseDesk(
            Promises promises,
            PromiseBook book,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String service) {
        this.promises = promises;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Promises the next step of the desk for the earliest date. What it waits for is over: that is why it is the next step,
     * whatever news of it has reached our copies by now.
     */
    public Promise earliest(Application application, PromiseKind kind, String actor) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        DeskLoad load = new DeskLoad(promises.openOf(shop.kind(kind).desk()));
        GrantedDate date = PromiseDates.at(now, shop).earliestFrom(kind, now, load);
        return make(application, kind, null, date, actor);
    }

    /** Promises a time that was asked for before. */
    public Promise agreed(Application application, PromiseKind kind, GrantedDate date, String actor) {
        return make(application, kind, null, date, actor);
    }

    /** No date is known: promises the time of the next message, unless one is promised already. */
    public void nextUpdate(Application application, String actor) {
        if (open(application.journeyId(), PromiseKind.NEXT_UPDATE).isPresent()) {
            return;
        }
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        Instant startAt = shop.calendar(Desk.CREDIT).nextOpen(now);
        DeskLoad load = new DeskLoad(promises.openOf(Desk.CREDIT));
        GrantedDate date = PromiseDates.at(now, shop).earliestFrom(PromiseKind.NEXT_UPDATE, startAt, load);
        make(application, PromiseKind.NEXT_UPDATE, Desk.CREDIT, date, actor);
    }

    /** The open promise of this kind that this service made in a journey. */
    public Optional<Promise> open(UUID journeyId, PromiseKind kind) {
        return promises.of(journeyId).stream()
                .filter(promise ->
                        isOurs(promise) && promise.isOpen() && promise.kind().equals(kind))
                .reduce((earlier, later) -> later);
    }

    /** This service decides about the promise. */
    public boolean isOurs(Promise promise) {
        return promise.owner().equals(service);
    }

    /** Keeps our open promise of this kind, if there is one. */
    public void keep(UUID journeyId, PromiseKind kind, String evidence, String actor) {
        open(journeyId, kind).ifPresent(promise -> book.keep(promise.id(), evidence, actor));
    }

    private Promise make(
            Application application, PromiseKind kind, @Nullable Desk desk, GrantedDate date, String actor) {
        return book.make(new NewPromise(
                application.journeyId(),
                application.customerId(),
                kind,
                desk,
                date,
                terms.get().kind(kind).waitsFor(),
                application.language(),
                actor));
    }
}
