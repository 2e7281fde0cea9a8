package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the credit desk called the customer. Before the application goes to the bank the call is there to complete it;
 * while no expert can be found, it is the promised update, and the next one is promised.
 */
@ApplicationScoped
public class LogCreditCallHandler {

    private final StoreDecision decisions;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    LogCreditCallHandler(StoreDecision decisions, PromiseDesk desk, BusinessClock clock) {
        this.decisions = decisions;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A call that was made.
     *
     * @param applicationComplete nothing that the bank asks for is missing now
     * @param callBackAt when the customer wants to be called; needed with CALL_LATER
     */
    public record Call(
            CallOutcome outcome,
            boolean applicationComplete,
            @Nullable Instant callBackAt) {

        private boolean completes() {
            return outcome == CallOutcome.REACHED && applicationComplete;
        }

        /** Before an agreed time it is another call, and nobody waits for the agreed one any more. */
        private boolean isPromisedBy(Promise promised, Instant calledAt) {
            Instant windowStartAt = promised.windowStartAt();
            return windowStartAt == null || !calledAt.isBefore(windowStartAt);
        }
    }

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, Call call, String actor) {
        PromiseKind kind = kindOfCall(application, call.completes());
        Application after = decisions.store(
                application.called(
                        call.outcome(), call.applicationComplete(), call.callBackAt(), actor, clock.instant()),
                actor);
        if (kind.equals(PromiseKind.NEXT_UPDATE)) {
            giveUpdate(application, call, actor);
        } else {
            desk.open(application.journeyId(), kind).ifPresent(promised -> follow(promised, call, actor));
            if (call.completes()) {
                // From here on the customer waits for the decision, also while the application still lies at the desk.
                desk.makeEarliest(Recipients.of(after), PromiseKind.CREDIT_DECISION, actor);
            }
        }
        return after;
    }

    private void follow(Promise promised, Call call, String actor) {
        if (call.completes() && call.isPromisedBy(promised, clock.instant())) {
            desk.keep(promised.id(), "call by " + actor, actor);
        } else if (call.completes()) {
            desk.withdraw(promised.id(), "the customer was reached before the agreed time", actor);
        } else if (call.callBackAt() != null) {
            desk.agreeTime(promised.id(), call.callBackAt(), actor);
        } else if (call.outcome() == CallOutcome.REACHED && !promised.isWaiting()) {
            // The call was made; what is missing now only the customer can bring.
            desk.pause(promised.id(), WaitingReason.DOCUMENTS_MISSING, actor);
        }
    }

    private PromiseKind kindOfCall(Application application, boolean completes) {
        boolean owesUpdate = application.state().allows(ApplicationStep.GIVE_UPDATE)
                && desk.open(application.journeyId(), PromiseKind.NEXT_UPDATE).isPresent();
        if (owesUpdate) {
            return PromiseKind.NEXT_UPDATE;
        }
        application.require(completes ? ApplicationStep.COMPLETE : ApplicationStep.LOG_CALL);
        return PromiseKind.CREDIT_CALL;
    }

    /** The update is given, and with it the next one promised: a journey without an end in sight is never without a date. */
    private void giveUpdate(Application application, Call call, String actor) {
        if (call.outcome() == CallOutcome.REACHED) {
            desk.keepOpen(application.journeyId(), PromiseKind.NEXT_UPDATE, "call by " + actor, actor);
            desk.makeNextUpdate(Recipients.of(application), Desk.CREDIT, actor);
        }
        if (call.callBackAt() != null) {
            postponeUpdate(application, call.callBackAt(), actor);
        }
    }

    private void postponeUpdate(Application application, Instant requestedAt, String actor) {
        // A call-back before the update is due asks for nothing new: the promise covers it.
        desk.open(application.journeyId(), PromiseKind.NEXT_UPDATE)
                .filter(promise -> requestedAt.isAfter(promise.dueAt()))
                .ifPresent(promise -> desk.rescheduleTo(
                        promise.id(),
                        requestedAt,
                        ReasonCode.CUSTOMER_ASKED,
                        null,
                        DecidedBy.CUSTOMER,
                        actor,
                        locked -> {}));
    }
}
