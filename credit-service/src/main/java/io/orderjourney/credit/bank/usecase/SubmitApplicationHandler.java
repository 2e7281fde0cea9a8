package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The complete application goes to the bank, and the customer is promised its decision. */
@ApplicationScoped
public class SubmitApplicationHandler {

    private final Applications applications;
    private final PromiseDesk desk;
    private final EnqueueBankRequestHandler tellBank;
    private final JourneyLog log;
    private final BusinessClock clock;
    private final String bank;

    SubmitApplicationHandler(
            Applications applications,
            PromiseDesk desk,
            EnqueueBankRequestHandler tellBank,
            JourneyLog log,
            BusinessClock clock,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.applications = applications;
        this.desk = desk;
        this.tellBank = tellBank;
        this.log = log;
        this.clock = clock;
        this.bank = bank;
    }

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, String actor) {
        Application submitted = applications.change(application.submitted(clock.instant()));
        log.append(NewEvent.of(
                EventTypes.APPLICATION_SUBMITTED,
                submitted.journeyId(),
                new ApplicationSubmitted(submitted.id(), bank, actor, clock.instant()),
                actor));
        desk.earliest(submitted, PromiseKind.CREDIT_DECISION, actor);
        tellBank.handle(submitted, BankRequestKind.APPLICATION);
        return submitted;
    }
}
