package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.PromiseKind;
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

/** Words that were promised for want of something better, and are given by a message that names what was found since. */
@ApplicationScoped
class NextWords {

    private final Promises promises;
    private final PromiseBook book;
    private final String watch;

    NextWords(Promises promises, PromiseBook book, @ConfigProperty(name = "journey.service") String watch) {
        this.promises = promises;
        this.book = book;
        this.watch = watch;
    }

    /**
     * Whether a message that names these promises is the word itself. The watch promises a word where nothing is
     * promised at all, so that whatever another service promises takes its place; the word of another desk was promised
     * for want of a day.
     */
    boolean isGivenByNaming(Promise word, Collection<Promise> named) {
        return word.kind().equals(PromiseKind.NEXT_UPDATE)
                && named.stream()
                        .anyMatch(promise -> isWatchs(word)
                                ? !isWatchs(promise)
                                : promise.kind().equals(PromiseKind.PICKUP_READY)
                                        && !promise.madeAt().isBefore(word.madeAt()));
    }

    /** Whether the watch still owes a word, and nothing else is promised in this journey. */
    boolean isOwed(UUID journeyId) {
        List<Promise> open = open(journeyId);
        return open.stream()
                .anyMatch(promise -> isWatchs(promise)
                        && promise.kind().equals(PromiseKind.NEXT_UPDATE)
                        && !isGivenByNaming(promise, open));
    }

    /** The customer has a message in hand: a word of the watch that it gave is kept. The other owners see to theirs. */
    void given(Notice notice, Instant writtenAt) {
        List<Promise> named = open(notice.journeyId()).stream()
                .filter(promise -> !promise.madeAt().isAfter(writtenAt))
                .toList();
        named.stream()
                .filter(promise -> isWatchs(promise) && isGivenByNaming(promise, named))
                .forEach(word -> book.keep(word.id(), "message " + notice.number(), "watch"));
    }

    private boolean isWatchs(Promise promise) {
        return promise.owner().equals(watch);
    }

    private List<Promise> open(UUID journeyId) {
        return promises.of(journeyId).stream().filter(Promise::isOpen).toList();
    }
}
