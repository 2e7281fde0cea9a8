package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseOptions;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the credit desk called the customer. Before the application goes to the bank the call is there to complete it;
 * after a refusal, or while no expert can be found, it gives the word that was promised, and says when the next one comes.
 */
@ApplicationScoped
public class LogCreditCallHandler {

    private final Applications applications;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final Promises promises;
    private final PromiseOptions ask;
    private final JourneyLog log;
    private final BusinessClock clock;

    LogCreditCallHandler(
            Applications applications,
            PromiseDesk desk,
            PromiseBook book,
            Promises promises,
            PromiseOptions ask,
            JourneyLog log,
            BusinessClock clock) {
        this.applications = applications;
        this.desk = desk;
        this.book = book;
        this.promises = promises;
        this.ask = ask;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A call that was made.
     *
     * @param applicationComplete nothing that the bank asks for is missing now
     * @param callAgainAt when the customer wants to be called; needed with CALL_LATER
     */
    public record Call(
            CallOutcome outcome,
            boolean applicationComplete,
            @Nullable Instant callAgainAt) {}

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, Call call, String actor) {
        boolean completes = call.outcome() == CallOutcome.REACHED && call.applicationComplete();
        PromiseKind kind = kindOfCall(application, completes);
        Application after = application;
        if (kind.equals(PromiseKind.NEXT_UPDATE)) {
            giveWord(application, call, actor);
        } else if (completes) {
            after = applications.change(application.completed());
            desk.keep(application.journeyId(), kind, "call by " + actor, actor);
        } else if (call.callAgainAt() != null) {
            reschedule(application, kind, call.callAgainAt(), actor);
        }
        log.append(NewEvent.of(
                EventTypes.CREDIT_CALL_LOGGED,
                application.journeyId(),
                new CreditCallLogged(
                        application.id(),
                        actor,
                        call.outcome(),
                        call.applicationComplete(),
                        call.callAgainAt(),
                        clock.instant()),
                actor));
        return after;
    }

    private PromiseKind kindOfCall(Application application, boolean completes) {
        boolean owesWord = application.state().allows(ApplicationStep.GIVE_WORD)
                && desk.open(application.journeyId(), PromiseKind.NEXT_UPDATE).isPresent();
        if (owesWord) {
            return PromiseKind.NEXT_UPDATE;
        }
        application.require(completes ? ApplicationStep.COMPLETE : ApplicationStep.LOG_CALL);
        return PromiseKind.CREDIT_CALL;
    }

    /** The word is given, and with it the next one promised: a journey without an end in sight is never without a date. */
    private void giveWord(Application application, Call call, String actor) {
        if (call.outcome() == CallOutcome.REACHED) {
            desk.keep(application.journeyId(), PromiseKind.NEXT_UPDATE, "call by " + actor, actor);
            desk.nextUpdate(application, actor);
        }
        if (call.callAgainAt() != null) {
            reschedule(application, PromiseKind.NEXT_UPDATE, call.callAgainAt(), actor);
        }
    }

    private void reschedule(Application application, PromiseKind kind, Instant requestedAt, String actor) {
        // Whoever wants to be called before the call is due asks for nothing new: the promise covers it.
        Optional<Promise> open =
                desk.open(application.journeyId(), kind).filter(promise -> requestedAt.isAfter(promise.dueAt()));
        if (open.isPresent()) {
            GrantedDate date = ask.dateFor(kind, promises.of(application.journeyId()), requestedAt);
            book.reschedule(open.get().id(), date, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, actor);
        }
    }
}
