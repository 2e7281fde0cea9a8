package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** Enqueues, in the transaction of a change, the request that tells the bank of it. */
@ApplicationScoped
public class EnqueueBankRequestHandler {

    private final BankRequests requests;
    private final BusinessClock clock;
    private final Event<BankRequestEnqueued> enqueued;

    EnqueueBankRequestHandler(BankRequests requests, BusinessClock clock, Event<BankRequestEnqueued> enqueued) {
        this.requests = requests;
        this.clock = clock;
        this.enqueued = enqueued;
    }

    @Transactional
    public void handle(Application application, BankRequestKind kind) {
        requests.add(BankRequest.waiting(application.id(), kind, application.journeyId(), clock.instant()));
        enqueued.fire(new BankRequestEnqueued());
    }
}
