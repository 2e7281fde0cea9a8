package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.CreditDecision;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankEstimatePolicy;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.CallbackOutcome;
import io.orderjourney.promises.usecase.PromiseDesk;
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
    private final StoreDecision decisions;
    private final BankRequests requests;
    private final RecordSubmissionAckHandler acks;
    private final PromiseDesk desk;
    private final BusinessClock clock;
    private final Event<Application.Approved> approved;
    private final Event<Application.Refused> refused;
    private final String bank;

    RecordDecisionHandler(
            Applications applications,
            StoreDecision decisions,
            BankRequests requests,
            RecordSubmissionAckHandler acks,
            PromiseDesk desk,
            BusinessClock clock,
            Event<Application.Approved> approved,
            Event<Application.Refused> refused,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.applications = applications;
        this.decisions = decisions;
        this.requests = requests;
        this.acks = acks;
        this.desk = desk;
        this.clock = clock;
        this.approved = approved;
        this.refused = refused;
        this.bank = bank;
    }

    /**
     * Records what the bank decided: its latest decision counts until the agreement is signed, later ones are only kept.
     *
     * @throws Application.TransitionRefused if it was never asked
     */
    @Transactional
    public CallbackOutcome handle(BankDecisionReported reported) {
        Optional<Application> found = applications.findForChange(reported.reference());
        if (found.isEmpty()) {
            return CallbackOutcome.UNKNOWN_REFERENCE;
        }
        Application application = found.get();
        CreditDecision decision = decision(application, reported);
        boolean known = application.alreadyRecords(decision);
        if (application.bankReference() == null) {
            // The decision overtook the acknowledgement: the request need not be repeated.
            application = acks.record(application, new Bank.SubmissionAck(reported.bankReference(), null));
            requests.acknowledged(new Key(application.id(), BankRequestKind.APPLICATION), clock.instant());
        }
        if (known) {
            return CallbackOutcome.UNCHANGED;
        }
        // A bank that decides again may do so under a new reference of its own.
        Application decided = decisions.store(
                application.underReference(reported.bankReference()).decided(decision, bank), bank);
        if (!decided.state().isPastDecisions()) {
            promiseWhatFollows(decided, decision);
        }
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

    private void promiseWhatFollows(Application decided, CreditDecision decision) {
        // The bank's estimate is over: only the customer must still be told.
        desk.open(decided.journeyId(), PromiseKind.CREDIT_DECISION)
                .ifPresent(promise -> desk.estimate(promise.id(), clock.instant(), ReasonCode.PARTNER_ESTIMATE, bank));
        if (decision.outcome() == BankDecision.APPROVED) {
            approved.fire(new Application.Approved(decided, bank));
        } else {
            refused.fire(new Application.Refused(decided, bank));
        }
    }
}
