package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankEstimatePolicy;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The bank has the application, whichever way we learn of it: its answer to our call, or a decision that overtook the answer.
 */
@ApplicationScoped
public class RecordSubmissionAckHandler {

    private static final Logger LOG = Logger.getLogger(RecordSubmissionAckHandler.class);

    private final Applications applications;
    private final StoreDecision decisions;
    private final BankRequests requests;
    private final PromiseDesk desk;
    private final BusinessClock clock;
    private final String bank;

    RecordSubmissionAckHandler(
            Applications applications,
            StoreDecision decisions,
            BankRequests requests,
            PromiseDesk desk,
            BusinessClock clock,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.applications = applications;
        this.decisions = decisions;
        this.requests = requests;
        this.desk = desk;
        this.clock = clock;
        this.bank = bank;
    }

    /** The bank acknowledged our call. Later than its decision, the answer is no news; it only ends the asking. */
    @Transactional
    public void handle(UUID applicationId, Bank.SubmissionAck ack) {
        Application application = applications.findForChange(applicationId).orElseThrow();
        requests.acknowledged(new Key(applicationId, BankRequestKind.APPLICATION), clock.instant());
        String known = application.bankReference();
        if (known == null) {
            record(application, ack);
        } else if (!known.equals(ack.reference())) {
            LOG.warnf(
                    "Bank response for %s has another reference than its callback had; the first one stands",
                    applicationId);
        }
    }

    /**
     * Stores the acknowledgement of an application that had none.
     *
     * @return the application with the bank's reference
     */
    Application record(Application application, Bank.SubmissionAck ack) {
        Instant now = clock.instant();
        Instant expectedAt = BankEstimatePolicy.plausible(ack.expectedDecisionAt(), now);
        Application received =
                decisions.store(application.receivedByBank(bank, ack.reference(), expectedAt, now), bank);
        if (expectedAt != null) {
            desk.open(received.journeyId(), PromiseKind.CREDIT_DECISION)
                    .ifPresent(promise -> desk.estimate(promise.id(), expectedAt, ReasonCode.PARTNER_ESTIMATE, bank));
        }
        return received;
    }
}
