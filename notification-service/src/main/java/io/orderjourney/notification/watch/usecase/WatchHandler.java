package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.watch.Journey;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two steps of the watch, each one transaction for many: let time reach levels, and look at journeys. */
@ApplicationScoped
public class WatchHandler {

    /** A journey between two promises of two services is not silent yet: the next promise may be on its way. */
    static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    /** A journey that cannot be looked at (its kind of promise is not in the policy, say) must not stop the others. */
    private static final Duration PUT_OFF = Duration.ofMinutes(5);

    private static final int TIMERS_MAX = 1_000;

    private static final String ACTOR = "watch";

    private final WatchedJourneys journeys;
    private final Contacts contacts;
    private final Promises promises;
    private final Timers timers;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final WatchTools tools;
    private final String self;

    WatchHandler(
            WatchedJourneys journeys,
            Contacts contacts,
            Promises promises,
            Timers timers,
            CurrentTerms terms,
            BusinessClock clock,
            WatchTools tools,
            @ConfigProperty(name = "journey.service") String service) {
        this.journeys = journeys;
        this.contacts = contacts;
        this.promises = promises;
        this.timers = timers;
        this.terms = terms;
        this.clock = clock;
        this.tools = tools;
        this.self = service;
    }

    /** @return how many timers were due; when it is the most that one step takes, more may be waiting */
    @Transactional
    public int fireTimers() {
        return timers.fire(clock.instant(), TIMERS_MAX);
    }

    /** @return how many journeys were looked at; 0 when nothing is left that nobody else is at work on */
    @Transactional
    public int lookAtJourneys(int atMost) {
        return look(journeys.take(atMost));
    }

    /** Looks at one journey, if it waits and nobody else is at work on it. */
    @Transactional
    public void lookAt(UUID journeyId) {
        look(journeys.take(journeyId));
    }

    /** Leaves a journey alone for a while. */
    @Transactional
    public void putOff(UUID journeyId) {
        if (!journeys.take(journeyId).isEmpty()) {
            timers.lookAt(journeyId, clock.instant().plus(PUT_OFF));
        }
    }

    private int look(Collection<UUID> taken) {
        if (taken.isEmpty()) {
            return 0;
        }
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        Map<UUID, Journey> known = journeys.find(taken);
        List<Promise> all = promises.ofForChange(taken);
        Map<UUID, Map<UUID, Promise>> byJourney = byJourney(all);
        WatchMemory memory =
                new WatchMemory(tools.records(), all.stream().map(Promise::id).toList());
        Map<UUID, ZoneId> zones = contacts.zones(customersOf(all));
        List<Promise> after = new ArrayList<>();
        for (UUID journeyId : taken) {
            Map<UUID, Promise> ofOne = byJourney.getOrDefault(journeyId, new LinkedHashMap<>());
            Journey journey = known.get(journeyId);
            if (journey != null) {
                withdrawOwn(journey, ofOne);
            }
            LookAtJourney look = new LookAtJourney(tools, ofOne, memory, zones, shop, now);
            look.act();
            after.addAll(ofOne.values());
            if (journey != null && journey.isOpen()) {
                hearSilence(journey, look.isSilent(), shop, now);
            }
        }
        memory.write(now);
        tools.desks().closeNeedless(after);
        return taken.size();
    }

    /**
     * The watch is an owner too. A word that it promised in a silence is not owed to anybody when the journey is over, nor
     * when something else was promised before the customer was told of it. If he was told, the next message gives it.
     */
    private void withdrawOwn(Journey journey, Map<UUID, Promise> promisesOfOne) {
        boolean silenceIsOver =
                promisesOfOne.values().stream().anyMatch(promise -> promise.isOpen() && !isOwn(promise));
        promisesOfOne.replaceAll((id, promise) -> {
            if (!promise.isOpen() || !isOwn(promise)) {
                return promise;
            }
            if (!journey.isOpen()) {
                return tools.book().withdraw(id, "the journey is over", ACTOR);
            }
            return silenceIsOver && !wasTold(promise)
                    ? tools.book().withdraw(id, "something else was promised before the customer heard of it", ACTOR)
                    : promise;
        });
    }

    private boolean isOwn(Promise promise) {
        return promise.owner().equals(self);
    }

    private boolean wasTold(Promise word) {
        return tools.announcements().hasLeft(word.journeyId(), NoticeSubject.NEXT_UPDATE, word.madeAt());
    }

    private static Map<UUID, Map<UUID, Promise>> byJourney(List<Promise> promises) {
        Map<UUID, Map<UUID, Promise>> byJourney = new LinkedHashMap<>();
        for (Promise promise : promises) {
            byJourney
                    .computeIfAbsent(promise.journeyId(), id -> new LinkedHashMap<>())
                    .put(promise.id(), promise);
        }
        return byJourney;
    }

    private static Set<UUID> customersOf(List<Promise> promises) {
        return promises.stream()
                .filter(Promise::isOpen)
                .map(Promise::customerId)
                .collect(Collectors.toSet());
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

    /** No silence: who waits without a promise gets at least the time at which he hears next, and is told. */
    private void breakSilence(Journey journey, ShopTerms shop, Instant now) {
        Desk desk = shop.kind(PromiseKind.NEXT_UPDATE).desk();
        PromiseDates dates = PromiseDates.at(now, shop);
        tools.book()
                .make(new NewPromise(
                        journey.id(),
                        journey.customerId(),
                        PromiseKind.NEXT_UPDATE,
                        desk,
                        dates.earliestFrom(PromiseKind.NEXT_UPDATE, now, new DeskLoad(promises.openOf(desk))),
                        List.of(),
                        journey.language(),
                        ACTOR));
        tools.announcements().tell(journey.id(), NoticeSubject.NEXT_UPDATE);
        journeys.lookAgain(List.of(journey.id()));
    }
}
