package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.usecase.NewsBatch;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An open journey without any open promise gets a next update. */
@ApplicationScoped
class SilenceGuard {

    /** A journey between two promises of two services is not silent yet: the next promise may be on its way. */
    static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    private static final String ACTOR = "watch";

    private final WatchQueue queue;
    private final Promises promises;
    private final PromiseBook book;
    private final PromisedDates dates;
    private final String self;

    SilenceGuard(
            WatchQueue queue,
            Promises promises,
            PromiseBook book,
            PromisedDates dates,
            @ConfigProperty(name = "journey.service") String service) {
        this.queue = queue;
        this.promises = promises;
        this.book = book;
        this.dates = dates;
        this.self = service;
    }

    /**
     * Withdraws next updates of the watch that nobody waits for: when the journey is over, or when something else was promised
     * before the customer was told of the update. If they were told, the next message keeps it.
     *
     * @param promisesOfOne all of the journey; a withdrawn one is replaced in it
     */
    void withdrawObsoleteUpdates(Journey journey, Map<UUID, Promise> promisesOfOne, NewsBatch news) {
        if (promisesOfOne.values().stream().noneMatch(promise -> promise.isOpen() && isOwn(promise))) {
            return;
        }
        boolean silenceIsOver = promisesOfOne.values().stream().anyMatch(promise -> promise.isOpen() && !isOwn(promise))
                && dates.undated(journey.id()).isEmpty();
        promisesOfOne.replaceAll((id, promise) -> {
            if (!promise.isOpen() || !isOwn(promise)) {
                return promise;
            }
            if (!journey.isOpen()) {
                return book.withdraw(id, "the journey is over", ACTOR);
            }
            return silenceIsOver && !wasAnnounced(promise, news)
                    ? book.withdraw(id, "something else was promised before the customer was told of it", ACTOR)
                    : promise;
        });
    }

    private boolean isOwn(Promise promise) {
        return promise.owner().equals(self);
    }

    private static boolean wasAnnounced(Promise update, NewsBatch news) {
        return news.hasLeft(update.journeyId(), NoticeSubject.NEXT_UPDATE, update.madeAt());
    }

    /**
     * Promises a next update in the journeys that have been silent for too long, and otherwise checks again in time.
     *
     * @param silent open journeys without an open promise
     * @param others open journeys with one
     */
    void detectSilence(List<Journey> silent, List<UUID> others, Consequences led, ShopTerms shop, Instant now) {
        Map<UUID, Instant> since =
                queue.silentSince(silent.stream().map(Journey::id).toList(), others, now);
        for (Journey journey : silent) {
            Instant endsAt = since.getOrDefault(journey.id(), now).plus(SILENCE_MAX);
            if (endsAt.isAfter(now)) {
                led.timers.add(NewTimer.reassess(journey.id(), endsAt));
            } else {
                promiseNextUpdate(journey, led, shop, now);
                led.again.add(journey.id());
            }
        }
    }

    private void promiseNextUpdate(Journey journey, Consequences led, ShopTerms shop, Instant now) {
        Desk desk = shop.kind(PromiseKind.NEXT_UPDATE).desk();
        PromiseDates dates = PromiseDates.at(now, shop);
        book.make(new NewPromise(
                journey.id(),
                journey.customerId(),
                PromiseKind.NEXT_UPDATE,
                desk,
                dates.earliestFrom(PromiseKind.NEXT_UPDATE, now, promises.load(desk)),
                List.of(),
                journey.language(),
                ACTOR));
        led.news.tell(journey.id(), NoticeSubject.NEXT_UPDATE);
    }
}
