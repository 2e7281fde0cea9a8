package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationApproved;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.CreditDecision;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.BankEstimatePolicy;
import io.orderjourney.credit.bank.CallbackOutcome;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bank decided; the same handler whether it called us or a gateway reported it, once or ten times. */
@ApplicationScoped
public class RecordDecisionHandler {

    private final Applications applications;
    private final BankRequests requests;
    private final RecordSubmissionAckHandler receipts;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final Event<ApplicationApproved> approved;
    private final String bank;

    RecordDecisionHandler(
            Applications applications,
            BankRequests requests,
            RecordSubmissionAckHandler receipts,
            PromiseDesk desk,
            PromiseBook book,
            JourneyLog log,
            BusinessClock clock,
            Event<ApplicationApproved> approved,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.applications = applications;
        this.requests = requests;
        this.receipts = receipts;
        this.desk = desk;
        this.book = book;
        this.log = log;
        this.clock = clock;
        this.approved = approved;
        this.bank = bank;
    }

    /**
     * Records what the bank decided.
     *
     * @throws io.orderjourney.credit.applications.DecisionContradicted if it had said something else before
     * @throws io.orderjourney.credit.applications.TransitionRefused if it was never asked
     */
    @Transactional
    public CallbackOutcome handle(BankDecisionReported reported) {
        Optional<Application> found = applications.findForChange(reported.reference());
        if (found.isEmpty()) {
            return CallbackOutcome.UNKNOWN_REFERENCE;
        }
        Application application = found.get();
        CreditDecision decision = decision(application, reported);
        boolean known = application.knows(decision);
        if (application.bankReference() == null) {
            // Its word overtook the answer to our call: the call need not be repeated.
            application = receipts.take(application, new Bank.SubmissionAck(reported.bankReference(), null));
            requests.answered(new Key(application.id(), BankRequestKind.APPLICATION), clock.instant());
        }
        application = application.receivedByBank(reported.bankReference());
        if (known) {
            return CallbackOutcome.KNOWN;
        }
        record(applications.change(application.decided(decision)), decision);
        return CallbackOutcome.RECORDED;
    }

    private CreditDecision decision(Application application, BankDecisionReported reported) {
        Money amount = null;
        if (reported.decision() == BankDecision.APPROVED) {
            amount = reported.approvedAmount() == null ? application.amount() : reported.approvedAmount();
        }
        return new CreditDecision(
                reported.decision(), amount, BankEstimatePolicy.notAfter(reported.decidedAt(), clock.instant()));
    }

    private void record(Application decided, CreditDecision decision) {
        Money amount = decision.approvedAmount();
        if (amount != null) {
            log.append(NewEvent.of(
                    EventTypes.CREDIT_APPROVED,
                    decided.journeyId(),
                    new CreditApproved(decided.id(), bank, amount, decision.decidedAt()),
                    bank));
        } else {
            log.append(NewEvent.of(
                    EventTypes.CREDIT_REFUSED,
                    decided.journeyId(),
                    new CreditRefused(decided.id(), bank, decision.decidedAt()),
                    bank));
        }
        // Whatever the bank had said about the time is over: only the customer must still be told.
        desk.open(decided.journeyId(), PromiseKind.CREDIT_DECISION)
                .ifPresent(promise -> book.estimate(promise.id(), clock.instant(), ReasonCode.PARTNER_ESTIMATE, bank));
        if (amount != null) {
            approved.fire(new ApplicationApproved(decided, bank));
        } else {
            desk.nextUpdate(decided, bank);
        }
    }
}
