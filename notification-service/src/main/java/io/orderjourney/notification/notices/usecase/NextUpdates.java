package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Next updates, promised because no date was known, and kept by a message that names a date found since. */
@ApplicationScoped
class NextUpdates {

    private final PromiseBook book;
    private final String watch;

    NextUpdates(PromiseBook book, @ConfigProperty(name = "journey.service") String watch) {
        this.book = book;
        this.watch = watch;
    }

    /**
     * Keeps the watch's next updates that a delivered message gave. Other owners keep theirs.
     *
     * @param facts of the journey as it stands; the caller holds its promises
     */
    void keepGiven(Notice notice, Instant renderedAt, NoticeFacts facts) {
        List<Promise> named = facts.promisesOf(notice).stream()
                .filter(promise -> promise.isOpen() && !promise.madeAt().isAfter(renderedAt))
                .toList();
        named.stream()
                .filter(promise -> promise.owner().equals(watch) && facts.isKeptByTelling(notice, promise, named))
                .forEach(update -> book.keep(update.id(), "message " + notice.number(), "watch"));
    }
}
