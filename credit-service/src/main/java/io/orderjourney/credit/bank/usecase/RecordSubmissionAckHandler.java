package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.BankEstimatePolicy;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.usecase.PromiseBook;
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
    private final BankRequests requests;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final String bank;

    RecordSubmissionAckHandler(
            Applications applications,
            BankRequests requests,
            PromiseDesk desk,
            PromiseBook book,
            JourneyLog log,
            BusinessClock clock,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.applications = applications;
        this.requests = requests;
        this.desk = desk;
        this.book = book;
        this.log = log;
        this.clock = clock;
        this.bank = bank;
    }

    /** The bank answered our call. Later than its decision, the answer is no news; it only ends the asking. */
    @Transactional
    public void handle(UUID applicationId, Bank.SubmissionAck receipt) {
        Application application = applications.findForChange(applicationId).orElseThrow();
        requests.answered(new Key(applicationId, BankRequestKind.APPLICATION), clock.instant());
        String known = application.bankReference();
        if (known == null) {
            take(application, receipt);
        } else if (!known.equals(receipt.reference())) {
            LOG.warnf("The bank's answer names another reference for %s than its callback did", applicationId);
        }
    }

    /**
     * Stores the receipt of an application that had none.
     *
     * @return the application with the bank's reference
     */
    Application take(Application application, Bank.SubmissionAck receipt) {
        Instant now = clock.instant();
        Application received = applications.change(application.receivedByBank(receipt.reference()));
        Instant expectedAt = BankEstimatePolicy.believable(receipt.expectedDecisionAt(), now);
        log.append(NewEvent.of(
                EventTypes.APPLICATION_RECEIVED_BY_BANK,
                received.journeyId(),
                new ApplicationReceivedByBank(received.id(), bank, receipt.reference(), expectedAt, now),
                bank));
        if (expectedAt != null) {
            desk.open(received.journeyId(), PromiseKind.CREDIT_DECISION)
                    .ifPresent(promise -> book.estimate(promise.id(), expectedAt, ReasonCode.PARTNER_ESTIMATE, bank));
        }
        return received;
    }
}
