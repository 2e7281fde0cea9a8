package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Notes, in the transaction of a change, that the bank must be told of it. */
@ApplicationScoped
public class EnqueueBankRequestHandler {

    private final BankRequests requests;
    private final BusinessClock clock;
    private final Event<BankRequestEnqueued> asked;

    EnqueueBankRequestHandler(BankRequests requests, BusinessClock clock, Event<BankRequestEnqueued> asked) {
        this.requests = requests;
        this.clock = clock;
        this.asked = asked;
    }

    @Transactional
    public void handle(Application application, BankRequestKind kind) {
        requests.add(BankRequest.waiting(application.id(), kind, application.journeyId(), clock.instant()));
        asked.fire(new BankRequestEnqueued());
    }
}
