package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.bank.Bank;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.RetryPolicy;
import io.orderjourney.messaging.Transactions;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sends the bank one request: reads, calls outside of any transaction, and stores the outcome. */
@ApplicationScoped
class SendBankRequest {

    private static final Logger LOG = Logger.getLogger(SendBankRequest.class);

    private final Bank bank;
    private final Applications applications;
    private final BankRequests requests;
    private final RecordSubmissionAckHandler acks;
    private final Transactions transactions;
    private final BusinessClock clock;

    SendBankRequest(
            Bank bank,
            Applications applications,
            BankRequests requests,
            RecordSubmissionAckHandler acks,
            Transactions transactions,
            BusinessClock clock) {
        this.bank = bank;
        this.applications = applications;
        this.requests = requests;
        this.acks = acks;
        this.transactions = transactions;
        this.clock = clock;
    }

    void send(BankRequest request) {
        Application application = transactions.call(
                () -> applications.find(request.applicationId()).orElseThrow());
        if (application.isWithdrawn() && request.kind() != BankRequestKind.WITHDRAWAL) {
            transactions.run(() -> requests.drop(request.key()));
            return;
        }
        boolean mayHaveIt = transactions.call(() -> requests.markCalled(request.key(), clock.instant()));
        try {
            switch (request.kind()) {
                case APPLICATION -> submit(application, mayHaveIt);
                case AGREEMENT -> reportAgreement(request, application);
                case WITHDRAWAL -> withdraw(request);
            }
        } catch (Bank.Unavailable unavailable) {
            Instant now = clock.instant();
            Instant nextAt = RetryPolicy.whileUnavailable(now, jitter());
            transactions.run(() -> requests.postponeDue(now, why(unavailable), nextAt));
        } catch (Bank.Rejected rejected) {
            LOG.warnf("Bank rejected request %s: %s", request.key(), why(rejected));
            transactions.run(() -> requests.rejected(request.key(), why(rejected), clock.instant()));
        } catch (Bank.CallFailed failed) {
            Instant nextAt = RetryPolicy.nextAttemptAt(request.attempts() + 1, clock.instant(), jitter());
            LOG.infof("Bank request failed: %s: %s", request.key(), why(failed));
            transactions.run(() -> requests.failed(request.key(), why(failed), nextAt));
        }
    }

    private static String why(Bank.CallFailed failed) {
        return Objects.requireNonNullElse(failed.getMessage(), "no response");
    }

    private void submit(Application application, boolean mayHaveIt) {
        acks.handle(
                application.id(),
                bank.submit(application.id(), application.amount(), application.customerId(), mayHaveIt));
    }

    private void reportAgreement(BankRequest request, Application application) {
        String expertId = application.signedBy();
        Instant signedAt = application.signedAt();
        if (expertId == null || signedAt == null) {
            throw new IllegalStateException("An agreement that nobody signed: " + application.id());
        }
        bank.reportAgreement(application.id(), expertId, signedAt);
        transactions.run(() -> requests.acknowledged(request.key(), clock.instant()));
    }

    /** It goes last: a call that is under way must not reach the bank after it. */
    private void withdraw(BankRequest request) {
        boolean othersWait = transactions.call(() -> requests.of(request.applicationId()).stream()
                .anyMatch(other -> other.kind() != BankRequestKind.WITHDRAWAL && other.isWaiting()));
        if (othersWait) {
            throw new Bank.CallFailed("An earlier request about this application is not finished", null);
        }
        bank.withdraw(request.applicationId());
        transactions.run(() -> requests.acknowledged(request.key(), clock.instant()));
    }

    private static double jitter() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
