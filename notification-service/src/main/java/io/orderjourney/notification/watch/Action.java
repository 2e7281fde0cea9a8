package io.orderjourney.notification.watch;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.GrantedDate;
import java.time.Instant;
import java.util.List;

/** What the watch does about a promise. */
public sealed interface Action {

    /** A date that the customer has in hand passed unkept and without notice: the worst class. */
    record DeclareMissed(int revision) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.declareMissed(this);
        }
    }

    /** The system reschedules the promise, because its desk did not in time. */
    record Reschedule(GrantedDate date, RiskCause cause, ReasonCode reason) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.reschedule(this);
        }
    }

    /**
     * The escalation levels of the present revision get their timers.
     *
     * @param withDateInHand the customer still counts on an earlier date, which was replaced before it had timers of its own
     */
    record ScheduleEscalation(List<LevelAt> plan, boolean withDateInHand) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.scheduleEscalation(this);
        }
    }

    /** An escalation level is reached: the owner is warned, and its desk, or a manager, gets a task. */
    record AskDesk(EscalationLevel level, Risk risk, DeskTaskKind task, Desk desk, Instant doBeforeAt)
            implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.askDesk(this);
        }
    }

    /** The forecast says that the date will not hold: the owner is warned. */
    record ReportSlip(Risk risk) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.reportSlip(this);
        }
    }

    /** The customer is told the present date. */
    record NotifyCustomer() implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.notifyCustomer(this);
        }
    }

    /** The customer is never told the present date: what they were told before still serves them. */
    record SuppressNotice() implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.suppressNotice(this);
        }
    }

    /** No honest date is known: the customer is promised the next update instead of another date. */
    record PromiseNextUpdate() implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.promiseNextUpdate(this);
        }
    }

    /** The customer hears that the date probably does not hold, and by when they hear for certain. */
    record TellLikelySlip(Instant certainAt) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.tellLikelySlip(this);
        }
    }

    /** The customer has to act first: the date does not bind the shop. */
    record ReleaseDate(Instant sinceAt) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.releaseDate(this);
        }
    }

    /** The customer acted in time: the date binds the shop again. */
    record RestoreDate() implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.restoreDate(this);
        }
    }

    /** The customer is told that it is their turn; the next levels of it get their timers. */
    record TellTurn(CustomerTurn turn) implements Action {

        /** What is done with it: who is told only when it is time to remind them is reminded by that. */
        public EscalationLevel levelAt(Instant now) {
            return now.isBefore(turn.remindAt()) ? EscalationLevel.FORESEEN : EscalationLevel.CUSTOMER_REMINDER;
        }

        @Override
        public void carryOutBy(Actor actor) {
            actor.tellTurn(this);
        }
    }

    /** The customer is reminded, once, that it is their turn. */
    record RemindCustomer(CustomerTurn turn) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.remindCustomer(this);
        }
    }

    /** The shop waited as long as it waits: the owner decides what follows. */
    record ExpireWaiting(CustomerTurn turn) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.expireWaiting(this);
        }
    }

    /** What endangers a promise, when it is expected to be kept, and the date that would hold. */
    record Risk(RiskCause cause, Instant expectedAt, GrantedDate proposal) {}

    /** Calls the one method of the actor that carries out this kind of action. */
    void carryOutBy(Actor actor);

    /** Carries out every kind of action; the compiler finds a forgotten one. */
    interface Actor {

        void declareMissed(DeclareMissed action);

        void reschedule(Reschedule action);

        void scheduleEscalation(ScheduleEscalation action);

        void askDesk(AskDesk action);

        void reportSlip(ReportSlip action);

        void notifyCustomer(NotifyCustomer action);

        void tellLikelySlip(TellLikelySlip action);

        void suppressNotice(SuppressNotice action);

        void promiseNextUpdate(PromiseNextUpdate action);

        void releaseDate(ReleaseDate action);

        void restoreDate(RestoreDate action);

        void tellTurn(TellTurn action);

        void remindCustomer(RemindCustomer action);

        void expireWaiting(ExpireWaiting action);
    }
}
