package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseMissed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import io.orderjourney.notification.watch.Action;
import io.orderjourney.notification.watch.Situation;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.RiskReason;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Reassesses the promises of one journey: forecast again, compare with what was said and done, act once. */
@ApplicationScoped
class ReassessJourney {

    /** After a reschedule of its own the watch checks the promise again; more than a few rounds would be a loop. */
    private static final int ROUNDS_MAX = 4;

    private static final String ACTOR = "watch";

    private final JourneyLog log;
    private final PromiseBook book;
    private final Timers timers;
    private final PromisedDates dates;
    private final NoticePlanner notices;
    private final DeskTaskHandler desks;

    ReassessJourney(
            JourneyLog log,
            PromiseBook book,
            Timers timers,
            PromisedDates dates,
            NoticePlanner notices,
            DeskTaskHandler desks) {
        this.log = log;
        this.book = book;
        this.timers = timers;
        this.dates = dates;
        this.notices = notices;
        this.desks = desks;
    }

    /**
     * What all journeys of a batch are reassessed with.
     *
     * @param zones time zones of customers, as far as they differ from the shop's
     */
    record Context(WatchBatch batch, Map<UUID, ZoneId> zones, ShopTerms terms, Instant now) {}

    /**
     * Acts on every open promise.
     *
     * @param promises all of the journey; a promise that is rescheduled is replaced in it
     */
    void reassess(Map<UUID, Promise> promises, Context context) {
        for (UUID id : List.copyOf(promises.keySet())) {
            List<EscalationReached> reached = context.batch().reached(id);
            for (int round = 0; round < ROUNDS_MAX; round++) {
                Promise promise = Objects.requireNonNull(promises.get(id));
                if (!promise.isOpen()) {
                    break;
                }
                List<Action> actions =
                        WatchPolicy.decide(situation(promise, promises, round == 0 ? reached : List.of(), context));
                Execution execution = new Execution(promise, context);
                actions.forEach(action -> action.carryOutBy(execution));
                promises.put(id, execution.promise);
                if (execution.promise == promise) {
                    break;
                }
            }
        }
    }

    private static Situation situation(
            Promise promise, Map<UUID, Promise> promises, List<EscalationReached> reached, Context context) {
        // A new forecast each time: a promise that was just rescheduled shifts those that wait for it.
        Expectation expectation = JourneyForecast.of(promises.values(), context.terms(), context.now())
                .of(promise);
        return new Situation(
                promise,
                expectation,
                context.batch().state(promise.id()),
                reached,
                context.batch().history(promise),
                context.terms(),
                context.now());
    }

    /** Carries out what was decided about one promise. */
    private final class Execution implements Action.Actor {

        private final WatchBatch batch;
        private final Map<UUID, ZoneId> zones;
        private final ShopTerms terms;
        private final Instant now;
        private Promise promise;

        Execution(Promise promise, Context context) {
            this.promise = promise;
            this.batch = context.batch();
            this.zones = context.zones();
            this.terms = context.terms();
            this.now = context.now();
        }

        @Override
        public void declareMissed(Action.DeclareMissed missed) {
            dates.missed(promise.id(), missed.revision(), now);
            Instant dueAt = batch.history(promise).at(missed.revision()).dueAt();
            log.append(NewEvent.of(
                    EventTypes.PROMISE_MISSED,
                    promise.journeyId(),
                    new PromiseMissed(
                            promise.id(), promise.kind(), promise.desk(), missed.revision(), dueAt, true, now),
                    ACTOR));
            desks.open(
                    promise.journeyId(),
                    Desk.MANAGEMENT,
                    DeskTaskKind.ESCALATION,
                    promise.id(),
                    missed.revision(),
                    "A promise was missed without notice: decide what the shop does for this customer",
                    terms.calendar(Desk.MANAGEMENT)
                            .plus(now, terms.kind(PromiseKind.NEXT_UPDATE).lead()));
        }

        @Override
        public void reschedule(Action.Reschedule reschedule) {
            ReasonCode reason = RiskReason.of(reschedule.cause(), promise);
            promise = book.reschedule(promise.id(), reschedule.date(), reason, null, DecidedBy.SYSTEM, ACTOR);
            PromisedDate date = new PromisedDate(
                    promise.id(),
                    promise.revision(),
                    promise.journeyId(),
                    promise.dueAt(),
                    promise.windowStartAt(),
                    reason,
                    ACTOR,
                    true,
                    now,
                    null,
                    null);
            dates.record(date);
            batch.add(date);
            openTask(DeskTaskKind.RESCHEDULED_BY_SYSTEM, promise.dueAt());
        }

        @Override
        public void scheduleEscalation(Action.ScheduleEscalation action) {
            ZoneId zone = zones.getOrDefault(promise.customerId(), terms.zone());
            timers.schedule(promise, EscalationPolicy.of(promise, terms, zone));
            batch.change(batch.state(promise.id()).scheduled(promise.revision()));
        }

        @Override
        public void askDesk(Action.AskDesk ask) {
            warnOwner(ask.level(), ask.risk());
            openTask(ask.task(), ask.doBeforeAt());
        }

        @Override
        public void reportSlip(Action.ReportSlip report) {
            warnOwner(EscalationLevel.FORESEEN, report.risk());
            batch.change(batch.state(promise.id())
                    .predicted(promise.revision(), report.risk().expectedAt()));
        }

        @Override
        public void notifyCustomer(Action.NotifyCustomer action) {
            DateHistory history = batch.history(promise);
            // Not the last one announced: a message that waits for its channel, or for its time, has told nothing yet.
            PromisedDate lastConfirmed = history.lastDelivered();
            notices.announce(new DateChange(
                    promise.id(),
                    promise.journeyId(),
                    promise.kind(),
                    promise.revision(),
                    promise.firstPromisedAt(),
                    lastConfirmed.dueAt(),
                    lastConfirmed.anchorAt(),
                    promise.precision(),
                    promise.windowStartAt(),
                    promise.dueAt(),
                    history.reason()));
            batch.change(batch.state(promise.id()).announced(promise.revision()));
        }

        @Override
        public void suppressNotice(Action.SuppressNotice action) {
            batch.change(batch.state(promise.id()).suppressed(promise.revision()));
        }

        private void warnOwner(EscalationLevel level, Action.Risk risk) {
            log.append(NewEvent.of(
                            EventTypes.PROMISE_AT_RISK,
                            promise.journeyId(),
                            new PromiseAtRisk(
                                    promise.id(),
                                    promise.kind(),
                                    promise.desk(),
                                    promise.revision(),
                                    level,
                                    risk.cause(),
                                    promise.dueAt(),
                                    risk.expectedAt(),
                                    risk.proposal().dueAt(),
                                    now),
                            ACTOR)
                    .because(risk.cause().name()));
        }

        private void openTask(DeskTaskKind task, Instant doBeforeAt) {
            desks.open(
                    promise.journeyId(),
                    promise.desk(),
                    task,
                    promise.id(),
                    promise.revision(),
                    terms.kind(promise.kind()).step(),
                    doBeforeAt);
        }
    }
}
