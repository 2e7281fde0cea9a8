package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.bank.BankEstimatePolicy;
import io.orderjourney.credit.bank.BankRequest.Key;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.CallbackOutcome;
import io.orderjourney.credit.papers.usecase.AnnouncePapersHandler;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bank reports where its papers are: what is plausible of it is recorded on their trail. */
@ApplicationScoped
public class RecordPapersHandler {

    private final Applications applications;
    private final BankRequests requests;
    private final AnnouncePapersHandler announce;
    private final BusinessClock clock;

    RecordPapersHandler(
            Applications applications, BankRequests requests, AnnouncePapersHandler announce, BusinessClock clock) {
        this.applications = applications;
        this.requests = requests;
        this.announce = announce;
        this.clock = clock;
    }

    /** @throws Application.TransitionRefused if no agreement is signed */
    @Transactional
    public CallbackOutcome handle(UUID reference, PapersStatus status, @Nullable Instant expectedAt, Instant at) {
        Optional<Application> found = applications.findForChange(reference);
        if (found.isEmpty()) {
            return CallbackOutcome.UNKNOWN_REFERENCE;
        }
        Instant now = clock.instant();
        boolean news = announce.handle(
                found.get(),
                status,
                BankEstimatePolicy.plausible(expectedAt, now),
                BankEstimatePolicy.notAfter(at, now));
        // A bank that sends papers knows of the agreement, whether or not its response to our request has reached us.
        requests.acknowledged(new Key(reference, BankRequestKind.AGREEMENT), now);
        return news ? CallbackOutcome.RECORDED : CallbackOutcome.UNCHANGED;
    }
}
