package io.orderjourney.credit.bank.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.usecase.Recipients;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The complete application goes to the bank, whose decision was promised with the call that completed it. */
@ApplicationScoped
public class SubmitApplicationHandler {

    private final StoreDecision decisions;
    private final PromiseDesk desk;
    private final EnqueueBankRequestHandler enqueue;
    private final BusinessClock clock;
    private final String bank;

    SubmitApplicationHandler(
            StoreDecision decisions,
            PromiseDesk desk,
            EnqueueBankRequestHandler enqueue,
            BusinessClock clock,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.decisions = decisions;
        this.desk = desk;
        this.enqueue = enqueue;
        this.clock = clock;
        this.bank = bank;
    }

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, String actor) {
        Application submitted = decisions.store(application.submitted(bank, actor, clock.instant()), actor);
        if (desk.open(submitted.journeyId(), PromiseKind.CREDIT_DECISION).isEmpty()) {
            desk.makeEarliest(Recipients.of(submitted), PromiseKind.CREDIT_DECISION, actor);
        }
        enqueue.handle(submitted, BankRequestKind.APPLICATION);
        return submitted;
    }
}
