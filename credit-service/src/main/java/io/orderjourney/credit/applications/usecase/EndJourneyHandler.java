package io.orderjourney.credit.applications.usecase;

import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The journey is over: the credit desk's open promises are withdrawn. */
@ApplicationScoped
public class EndJourneyHandler {

    private final Promises promises;
    private final PromiseBook book;
    private final PromiseDesk desk;

    EndJourneyHandler(Promises promises, PromiseBook book, PromiseDesk desk) {
        this.promises = promises;
        this.book = book;
        this.desk = desk;
    }

    @Transactional
    public void handle(UUID journeyId) {
        promises.of(journeyId).stream()
                .filter(promise -> desk.isOurs(promise) && promise.isOpen())
                .map(Promise::id)
                .forEach(id -> book.withdraw(id, "the journey is over", Actors.POLICY));
    }
}
