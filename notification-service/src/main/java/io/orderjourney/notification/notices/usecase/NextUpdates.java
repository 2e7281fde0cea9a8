package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Next updates, promised because no date was known, and kept by a message that names a date found since. */
@ApplicationScoped
class NextUpdates {

    private final Promises promises;
    private final PromiseBook book;
    private final PromisedDates dates;
    private final String watch;

    NextUpdates(
            Promises promises,
            PromiseBook book,
            PromisedDates dates,
            @ConfigProperty(name = "journey.service") String watch) {
        this.promises = promises;
        this.book = book;
        this.dates = dates;
        this.watch = watch;
    }

    /**
     * Whether a message that names these promises is itself the update. The watch promises one where nothing else is promised,
     * or in the place of a date that was given up, so that any promise of another service replaces it once all have a date;
     * another desk's one waits for the pickup day.
     */
    boolean isKeptByNaming(Promise update, Collection<Promise> named) {
        return update.kind().equals(PromiseKind.NEXT_UPDATE)
                && !(isOfWatch(update) && !dates.undated(update.journeyId()).isEmpty())
                && named.stream()
                        .anyMatch(promise -> isOfWatch(update)
                                ? !isOfWatch(promise)
                                : promise.kind().equals(PromiseKind.PICKUP_READY)
                                        && !promise.madeAt().isBefore(update.madeAt()));
    }

    /** Whether the watch still owes a next update, and nothing else is promised in this journey. */
    boolean isOwed(UUID journeyId) {
        List<Promise> open = open(journeyId);
        return open.stream()
                .anyMatch(promise -> isOfWatch(promise)
                        && promise.kind().equals(PromiseKind.NEXT_UPDATE)
                        && !isKeptByNaming(promise, open));
    }

    /** Keeps the watch's next updates that a delivered message gave. Other owners keep theirs. */
    void keepGiven(Notice notice, Instant renderedAt) {
        List<Promise> named = open(notice.journeyId()).stream()
                .filter(promise -> !promise.madeAt().isAfter(renderedAt))
                .toList();
        named.stream()
                .filter(promise -> isOfWatch(promise) && isKeptByNaming(promise, named))
                .forEach(update -> book.keep(update.id(), "message " + notice.number(), "watch"));
    }

    private boolean isOfWatch(Promise promise) {
        return promise.owner().equals(watch);
    }

    private List<Promise> open(UUID journeyId) {
        return promises.of(journeyId).stream().filter(Promise::isOpen).toList();
    }
}
