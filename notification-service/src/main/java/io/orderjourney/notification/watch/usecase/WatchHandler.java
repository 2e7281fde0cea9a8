package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.JourneyLog;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.notices.Announcements;
import io.orderjourney.notification.watch.Journey;
import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchRecord;
import io.orderjourney.notification.watch.WatchRecords;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The two steps of the watch, each one transaction for many: let time reach rungs, and look at journeys. */
@ApplicationScoped
public class WatchHandler {

    /** A journey between two promises of two services is not silent yet: the next promise may be on its way. */
    static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    private static final int TIMERS_MAX = 1_000;
    private static final int JOURNEYS_MAX = 100;

    private final WatchedJourneys journeys;
    private final Promises promises;
    private final WatchRecords records;
    private final Timers timers;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final PromiseBook book;
    private final LookAtJourney.WatchTools tools;

    WatchHandler(
            WatchedJourneys journeys,
            Promises promises,
            WatchRecords records,
            Timers timers,
            CurrentTerms terms,
            BusinessClock clock,
            PromiseBook book,
            JourneyLog log,
            Announcements announcements,
            DeskTasks desks) {
        this.journeys = journeys;
        this.promises = promises;
        this.records = records;
        this.timers = timers;
        this.terms = terms;
        this.clock = clock;
        this.book = book;
        this.tools = new LookAtJourney.WatchTools(log, book, timers, records, announcements, desks);
    }

    /** @return how many timers were due; when it is the most that one step takes, more may be waiting */
    @Transactional
    public int fireTimers() {
        return timers.fire(clock.instant(), TIMERS_MAX);
    }

    /** @return how many journeys were looked at; 0 when nothing is left to do */
    @Transactional
    public int lookAtJourneys() {
        Collection<UUID> taken = journeys.take(JOURNEYS_MAX);
        if (taken.isEmpty()) {
            return 0;
        }
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        Map<UUID, Journey> known = journeys.find(taken);
        Map<UUID, Map<UUID, Promise>> byJourney = promisesOf(taken);
        Set<UUID> promiseIds = Set.copyOf(byJourney.values().stream()
                .flatMap(ofOne -> ofOne.keySet().stream())
                .toList());
        Map<UUID, WatchRecord> watched = records.of(promiseIds);
        Map<UUID, List<ReachedRung>> reached = records.reached(promiseIds);
        Map<UUID, List<SaidDate>> said = records.said(promiseIds);
        for (UUID journeyId : taken) {
            Map<UUID, Promise> ofOne = byJourney.getOrDefault(journeyId, new LinkedHashMap<>());
            Journey journey = known.get(journeyId);
            LookAtJourney look = new LookAtJourney(tools, ofOne, watched, reached, said, shop, now);
            look.act();
            if (journey != null && journey.isOpen()) {
                hearSilence(journey, look.isSilent(), shop, now);
            }
        }
        return taken.size();
    }

    private Map<UUID, Map<UUID, Promise>> promisesOf(Collection<UUID> journeyIds) {
        Map<UUID, Map<UUID, Promise>> byJourney = new LinkedHashMap<>();
        for (Promise promise : promises.ofForChange(journeyIds)) {
            byJourney
                    .computeIfAbsent(promise.journeyId(), id -> new LinkedHashMap<>())
                    .put(promise.id(), promise);
        }
        return byJourney;
    }

    private void hearSilence(Journey journey, boolean silent, ShopTerms shop, Instant now) {
        Instant since = journeys.silent(journey.id(), silent, now);
        if (since == null) {
            return;
        }
        if (since.plus(SILENCE_MAX).isAfter(now)) {
            timers.lookAt(journey.id(), since.plus(SILENCE_MAX));
        } else {
            breakSilence(journey, shop, now);
        }
    }

    /** No silence: who waits without a promise gets at least the time at which he hears next. */
    private void breakSilence(Journey journey, ShopTerms shop, Instant now) {
        PromiseDates dates = PromiseDates.at(now, shop);
        book.make(new NewPromise(
                journey.id(),
                journey.customerId(),
                PromiseKind.NEXT_WORD,
                null,
                dates.earliestFrom(PromiseKind.NEXT_WORD, now, new DeskLoad(promises.openOf(Desk.CUSTOMER_CARE))),
                List.of(),
                journey.language(),
                "watch"));
        journeys.lookAgain(List.of(journey.id()));
    }
}
