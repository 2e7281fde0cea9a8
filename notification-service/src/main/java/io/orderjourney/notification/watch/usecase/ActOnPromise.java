package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseMissed;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.desktasks.NewTask;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromiseRevision;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.watch.Action;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.notification.watch.WatchState;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Carries out what the watch decided about one promise: what can be written together with that of other journeys becomes one
 * of the {@link Consequences}. Joins the running transaction.
 */
@ApplicationScoped
class ActOnPromise {

    private static final String ACTOR = "watch";

    /** When the customer does not act, the journey ends by itself; after any other waiting a manager decides. */
    private static final Set<WaitingReason> ENDING = EnumSet.of(
            WaitingReason.NOT_REACHED,
            WaitingReason.CONFIRMATION,
            WaitingReason.CREDIT_CHOICE,
            WaitingReason.NOT_AT_HOME,
            WaitingReason.COLLECTION);

    private final JourneyLog log;
    private final PromiseBook book;
    private final PromiseDesk promiseDesk;

    ActOnPromise(JourneyLog log, PromiseBook book, PromiseDesk promiseDesk) {
        this.log = log;
        this.book = book;
        this.promiseDesk = promiseDesk;
    }

    /** @return the promise as it is afterwards */
    Promise carryOut(List<Action> actions, Promise promise, ReassessJourney.Context context) {
        Execution execution = new Execution(promise, context);
        actions.forEach(action -> action.carryOutBy(execution));
        return execution.promise;
    }

    /** Carries out what was decided about one promise. */
    private final class Execution implements Action.Actor {

        private final WatchBatch batch;
        private final Consequences led;
        private final ShopTerms terms;
        private final Instant now;
        private Promise promise;

        Execution(Promise promise, ReassessJourney.Context context) {
            this.promise = promise;
            this.batch = context.batch();
            this.led = context.consequences();
            this.terms = context.terms();
            this.now = context.now();
        }

        @Override
        public void declareMissed(Action.DeclareMissed missed) {
            led.missed.add(new PromiseRevision(promise.id(), missed.revision()));
            Instant dueAt = batch.history(promise).at(missed.revision()).dueAt();
            log.append(NewEvent.of(
                    EventTypes.PROMISE_MISSED,
                    promise.journeyId(),
                    new PromiseMissed(
                            promise.id(), promise.kind(), promise.desk(), missed.revision(), dueAt, true, now),
                    ACTOR));
            led.tasks.add(new NewTask(
                    promise.journeyId(),
                    Desk.MANAGEMENT,
                    DeskTaskKind.ESCALATION,
                    promise.id(),
                    missed.revision(),
                    null,
                    "A promise was missed without notice: decide what the shop does for this customer",
                    terms.calendar(Desk.MANAGEMENT)
                            .plus(now, terms.kind(PromiseKind.NEXT_UPDATE).lead())));
        }

        @Override
        public void reschedule(Action.Reschedule reschedule) {
            ReasonCode reason = reschedule.reason();
            promise = book.rescheduleHeld(promise, reschedule.date(), reason, null, DecidedBy.SYSTEM, ACTOR);
            led.promises.put(promise.id(), promise);
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
            led.dates.add(date);
            batch.add(date);
            openTask(promise.desk(), DeskTaskKind.RESCHEDULED_BY_SYSTEM, taskText(promise.desk()), promise.dueAt());
        }

        @Override
        public void scheduleEscalation(Action.ScheduleEscalation schedule) {
            WatchState state = batch.state(promise.id());
            led.timers.addAll(NewTimer.levels(promise, schedule.plan()));
            if (schedule.withDateInHand()) {
                int inHand = state.confirmedRevision();
                led.timers.add(NewTimer.end(
                        promise, inHand, batch.history(promise).at(inHand).dueAt()));
            }
            batch.change(state.scheduled(promise.revision(), EscalationPolicy.fingerprint(schedule.plan())));
        }

        @Override
        public void askDesk(Action.AskDesk ask) {
            warnOwner(ask.level(), ask.risk());
            openTask(ask.desk(), ask.task(), taskText(ask.desk()), ask.doBeforeAt());
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
            if (history.reason() != ReasonCode.CUSTOMER_ASKED && led.news.isUntold(promise)) {
                // The message that names it names the new date: no apology for a date that was never told.
                led.delivered.put(present(), now);
                batch.change(batch.state(promise.id()).announced(promise.revision()));
                return;
            }
            // Not the last one announced: a message that waits for its channel, or for its time, has told nothing yet.
            PromisedDate lastConfirmed = history.lastDelivered();
            led.news.announce(new DateChange(
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
                    history.reason(),
                    lastConfirmed.releasedAt() != null && lastConfirmed.undatedAt() == null));
            batch.change(batch.state(promise.id()).announced(promise.revision()));
        }

        @Override
        public void tellLikelySlip(Action.TellLikelySlip tell) {
            led.uncertain.put(present(), tell.certainAt());
            batch.changeDates(
                    promise.id(),
                    date -> date.revision() == promise.revision() ? date.uncertainUntil(tell.certainAt()) : date);
            led.news.tell(promise.journeyId(), NoticeSubject.PROBABLY_LATER);
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

        @Override
        public void promiseNextUpdate(Action.PromiseNextUpdate action) {
            led.undated.add(present());
            batch.changeDates(
                    promise.id(),
                    date -> date.revision() == promise.revision() ? date.with(now, date.releasedAt()) : date);
            promiseDesk.makeNextUpdate(
                    new PromiseDesk.Recipient(promise.journeyId(), promise.customerId(), promise.language()),
                    Desk.MANAGEMENT,
                    ACTOR);
            led.news.tellBefore(promise.journeyId(), NoticeSubject.NEXT_UPDATE, promise.anchorAt());
            led.again.add(promise.journeyId());
        }

        @Override
        public void releaseDate(Action.ReleaseDate release) {
            led.released.put(promise.id(), release.sinceAt());
            batch.changeDates(
                    promise.id(),
                    date -> date.releasedAt() == null ? date.with(date.undatedAt(), release.sinceAt()) : date);
        }

        @Override
        public void restoreDate(Action.RestoreDate action) {
            led.restored.add(present());
            batch.changeDates(
                    promise.id(),
                    date -> date.revision() == promise.revision() ? date.with(date.undatedAt(), null) : date);
        }

        @Override
        public void tellTurn(Action.TellTurn tell) {
            led.news.tell(promise.journeyId(), NoticeSubject.YOUR_TURN);
            led.timers.add(NewTimer.reassess(promise.journeyId(), tell.turn().remindAt()));
            led.timers.add(NewTimer.reassess(promise.journeyId(), tell.turn().untilAt()));
            actedOn(tell.turn(), tell.levelAt(now));
        }

        @Override
        public void remindCustomer(Action.RemindCustomer remind) {
            led.news.tell(promise.journeyId(), NoticeSubject.YOUR_TURN_REMINDER);
            actedOn(remind.turn(), EscalationLevel.CUSTOMER_REMINDER);
        }

        @Override
        public void expireWaiting(Action.ExpireWaiting expire) {
            WaitingReason reason = expire.turn().reason();
            log.append(NewEvent.of(
                            EventTypes.WAITING_EXPIRED,
                            promise.journeyId(),
                            new WaitingExpired(promise.id(), promise.kind(), reason, now),
                            ACTOR)
                    .because(reason.name()));
            if (!ENDING.contains(reason)) {
                Instant doBeforeAt = terms.calendar(Desk.MANAGEMENT)
                        .plus(now, terms.kind(PromiseKind.NEXT_UPDATE).lead());
                openTask(
                        Desk.MANAGEMENT,
                        DeskTaskKind.NEW_DATE,
                        "The customer did not act as long as the shop waits: decide how to go on. "
                                + terms.kind(promise.kind()).step(),
                        doBeforeAt);
            }
            actedOn(expire.turn(), EscalationLevel.WAITING_EXPIRED);
        }

        private void actedOn(CustomerTurn turn, EscalationLevel level) {
            batch.change(batch.state(promise.id()).turned(turn.sinceAt(), level));
        }

        private String taskText(Desk desk) {
            String step = terms.kind(promise.kind()).step();
            boolean managers = desk == Desk.MANAGEMENT && promise.desk() != desk;
            return managers
                    ? "It was rescheduled before: decide on a new date, or the customer is only promised an update. "
                            + step
                    : step;
        }

        private void openTask(Desk desk, DeskTaskKind task, String text, Instant doBeforeAt) {
            led.tasks.add(new NewTask(
                    promise.journeyId(), desk, task, promise.id(), promise.revision(), null, text, doBeforeAt));
        }

        private PromiseRevision present() {
            return new PromiseRevision(promise.id(), promise.revision());
        }
    }
}
