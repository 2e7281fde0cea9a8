package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.ledger.EndedPromise;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import io.orderjourney.notification.policy.PolicyInForce.PolicyChanged;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.notification.sources.usecase.CheckSources;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.notification.watch.WatchStates;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two steps of the watch, each one transaction for many: fire timers, and reassess journeys. */
@ApplicationScoped
public class WatchHandler {

    /** A journey that cannot be reassessed (its kind of promise is not in the policy, say) must not stop the others. */
    private static final Duration POSTPONED_BY = Duration.ofMinutes(5);

    /** What could not be judged for want of news is judged again after so long. */
    private static final Duration UNTIL_NEWS = Duration.ofMinutes(1);

    private static final int TIMERS_MAX = 1_000;

    private final WatchQueue queue;
    private final Journeys journeys;
    private final Contacts contacts;
    private final Promises promises;
    private final PromisedDates dates;
    private final WatchStates states;
    private final Timers timers;
    private final NoticePlanner notices;
    private final ReassessJourney reassess;
    private final SilenceGuard silence;
    private final Scores scores;
    private final WriteConsequences write;
    private final DeskTaskHandler desks;
    private final OverdueTasks overdue;
    private final CheckSources sources;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    WatchHandler(
            WatchQueue queue,
            Journeys journeys,
            Contacts contacts,
            Promises promises,
            PromisedDates dates,
            WatchStates states,
            Timers timers,
            NoticePlanner notices,
            ReassessJourney reassess,
            SilenceGuard silence,
            Scores scores,
            WriteConsequences write,
            DeskTaskHandler desks,
            OverdueTasks overdue,
            CheckSources sources,
            JourneyLog log,
            CurrentTerms terms,
            BusinessClock clock) {
        this.queue = queue;
        this.journeys = journeys;
        this.contacts = contacts;
        this.promises = promises;
        this.dates = dates;
        this.states = states;
        this.timers = timers;
        this.notices = notices;
        this.reassess = reassess;
        this.silence = silence;
        this.scores = scores;
        this.write = write;
        this.desks = desks;
        this.overdue = overdue;
        this.sources = sources;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
    }

    /** @return how many timers were due; when it is the most that one step takes, more may be waiting */
    @Transactional
    public int fireTimers() {
        return timers.fire(clock.instant(), TIMERS_MAX);
    }

    /** @return how many journeys were reassessed; 0 when nothing is left that nobody else holds */
    @Transactional
    public int reassessJourneys(int atMost) {
        return reassess(queue.take(atMost));
    }

    /** @return how many journeys of a sweep were queued */
    @Transactional
    public int sweep(int atMost) {
        return queue.sweep(atMost);
    }

    /** Reassesses one journey, if it waits and nobody else holds it. */
    @Transactional
    public void reassess(UUID journeyId) {
        reassess(queue.take(journeyId));
    }

    /** Leaves a journey alone for a while. Nobody warns its customer meanwhile, so a person must know. */
    @Transactional
    public void postpone(UUID journeyId, String reason) {
        if (queue.take(journeyId).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        timers.reassessAt(journeyId, now.plus(POSTPONED_BY));
        if (queue.failing(journeyId, reason, now)) {
            Instant doBeforeAt = terms.get()
                    .calendar(Desk.MANAGEMENT)
                    .plus(now, terms.get().kind(PromiseKind.NEXT_UPDATE).lead());
            desks.open(
                            journeyId,
                            Desk.MANAGEMENT,
                            DeskTaskKind.ESCALATION,
                            null,
                            0,
                            "This order cannot be watched, and its customer is not warned: ask the operator. " + reason,
                            doBeforeAt)
                    .ifPresent(task -> queue.failingTask(journeyId, task));
        }
    }

    /** Another zone has other quiet hours: what was planned for this customer is planned again. */
    void onZoneChanged(@Observes Contacts.ZoneChanged changed) {
        queue.requeueOf(changed.customerId());
    }

    /** Another policy concerns every open journey. Joins the transaction of the change, which is as short with millions of them. */
    void onPolicyChanged(@Observes PolicyChanged changed) {
        queue.beginSweep();
    }

    /** Other hours of a pickup point concern every open journey of it; there is no shorter list than all of them. */
    void onPointChanged(@Observes CurrentTerms.PickupPointChanged changed) {
        queue.beginSweep();
    }

    /** They are looked at again when they are overdue. Joins the transaction that opened the tasks. */
    void onTasksOpened(@Observes DeskTaskHandler.TasksOpened opened) {
        queue.requeue(opened.journeyIds());
    }

    private int reassess(Collection<UUID> taken) {
        return taken.isEmpty() ? 0 : log.together(() -> reassessTogether(taken));
    }

    /** What is read and written is the same number of statements, however many journeys there are. */
    private int reassessTogether(Collection<UUID> taken) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        Map<UUID, Journey> known = journeys.find(taken);
        List<Promise> all = promises.ofForChange(taken);
        Map<UUID, Map<UUID, Promise>> byJourney = byJourney(all);
        WatchBatch batch =
                new WatchBatch(states, dates, all.stream().map(Promise::id).toList());
        Map<UUID, ZoneId> zones = contacts.zones(customersOf(all));
        SourceFreshness news = sources.now();
        Consequences led = new Consequences(notices.batch(taken));
        ReassessJourney.Context context = new ReassessJourney.Context(
                batch,
                led,
                new IdentityHashMap<>(),
                zones,
                journeys.unansweredCalls(taken),
                news,
                promises::load,
                shop,
                now);
        List<Promise> after = new ArrayList<>();
        List<Journey> silent = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        for (UUID journeyId : taken) {
            Map<UUID, Promise> ofOne = byJourney.getOrDefault(journeyId, new LinkedHashMap<>());
            Journey journey = known.get(journeyId);
            if (journey != null) {
                silence.withdrawObsoleteUpdates(journey, ofOne, led.news);
            }
            Instant endedAt = journey == null ? null : journey.closedAt();
            if (endedAt != null) {
                // What was promised is void, whether or not its owner has withdrawn it by now.
                led.ended.put(journeyId, endedAt);
            } else if (!reassess.reassess(ofOne, context.with(at(journey, shop)))) {
                led.timers.add(NewTimer.reassess(
                        journeyId, now.truncatedTo(ChronoUnit.MINUTES).plus(UNTIL_NEWS)));
            }
            after.addAll(ofOne.values());
            if (journey != null && journey.isOpen() && news.isAllFresh()) {
                if (ofOne.values().stream().noneMatch(Promise::isOpen)) {
                    silent.add(journey);
                } else {
                    others.add(journeyId);
                }
            }
        }
        silence.detectSilence(silent, others, led, shop, now);
        write.write(led, batch, now);
        score(after, known, batch, shop, now);
        desks.closeObsolete(after);
        overdue.climb(taken, shop, now);
        queue.notFailing(taken).forEach(task -> desks.closeObsolete(task, "obsolete: the order is watched again"));
        return taken.size();
    }

    /** At its pickup point, which may have hours of its own. */
    private ShopTerms at(@Nullable Journey journey, ShopTerms shop) {
        return journey == null ? shop : terms.at(journey.pickupPoint());
    }

    /** How a promise ended is settled when its journey is reassessed after the end. */
    private void score(
            List<Promise> promises, Map<UUID, Journey> known, WatchBatch batch, ShopTerms shop, Instant now) {
        List<EndedPromise> ended = promises.stream()
                .filter(promise -> known.containsKey(promise.journeyId()))
                .flatMap(promise -> EndedPromise.of(
                        promise,
                        batch.history(promise).dates(),
                        Objects.requireNonNull(known.get(promise.journeyId())).pickupPoint(),
                        shop.zone(),
                        now)
                        .stream())
                .toList();
        if (!ended.isEmpty()) {
            scores.record(ended);
        }
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
}
