package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.RetryPolicy;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Tells the bank one thing: reads, calls outside of any transaction, and stores what came of it. */
@ApplicationScoped
class SendBankRequest {

    private static final Logger LOG = Logger.getLogger(SendBankRequest.class);

    private final Bank bank;
    private final Applications applications;
    private final BankRequests requests;
    private final RecordSubmissionAckHandler receipts;
    private final Transactions transactions;
    private final BusinessClock clock;

    SendBankRequest(
            Bank bank,
            Applications applications,
            BankRequests requests,
            RecordSubmissionAckHandler receipts,
            Transactions transactions,
            BusinessClock clock) {
        this.bank = bank;
        this.applications = applications;
        this.requests = requests;
        this.receipts = receipts;
        this.transactions = transactions;
        this.clock = clock;
    }

    void handle(BankRequest request) {
        Application application = transactions.call(
                () -> applications.find(request.applicationId()).orElseThrow());
        boolean mayHaveIt = transactions.call(() -> requests.calling(request.key(), clock.instant()));
        try {
            if (request.kind() == BankRequestKind.APPLICATION) {
                submit(application, mayHaveIt);
            } else {
                tellAgreement(request, application);
            }
        } catch (Bank.Away away) {
            Instant now = clock.instant();
            transactions.run(() -> requests.postponeDue(now, why(away), RetryPolicy.whileAway(now, luck())));
        } catch (Bank.Unanswered unanswered) {
            Instant nextAt = RetryPolicy.nextAttemptAt(request.attempts() + 1, clock.instant(), luck());
            LOG.infof(
                    "The bank was told in vain of %s %s: %s", request.kind(), request.applicationId(), why(unanswered));
            transactions.run(() -> requests.failed(request.key(), why(unanswered), nextAt));
        }
    }

    private static String why(Bank.Unanswered unanswered) {
        return Objects.requireNonNullElse(unanswered.getMessage(), "no answer");
    }

    private void submit(Application application, boolean mayHaveIt) {
        Bank.SubmissionAck receipt = bank.submit(application.id(), application.amount(), application.customerId(), mayHaveIt);
        receipts.handle(application.id(), receipt);
    }

    private void tellAgreement(BankRequest request, Application application) {
        String expertId = application.signedBy();
        Instant signedAt = application.signedAt();
        if (expertId == null || signedAt == null) {
            throw new IllegalStateException("An agreement that nobody signed: " + application.id());
        }
        bank.tellAgreement(application.id(), expertId, signedAt);
        transactions.run(() -> requests.answered(request.key(), clock.instant()));
    }

    private static double luck() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
