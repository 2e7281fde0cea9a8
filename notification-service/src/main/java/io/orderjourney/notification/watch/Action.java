package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.promises.GrantedDate;
import java.time.Instant;

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
    record Reschedule(GrantedDate date, RiskCause cause) implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.reschedule(this);
        }
    }

    /** The escalation levels of the present revision get their timers. */
    record ScheduleEscalation() implements Action {

        @Override
        public void carryOutBy(Actor actor) {
            actor.scheduleEscalation(this);
        }
    }

    /** An escalation level is reached: the owner is warned, and its desk gets a task. */
    record AskDesk(EscalationLevel level, Risk risk, DeskTaskKind task, Instant doBeforeAt) implements Action {

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

        void suppressNotice(SuppressNotice action);
    }
}
