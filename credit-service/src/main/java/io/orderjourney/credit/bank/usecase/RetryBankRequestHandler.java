package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** The credit desk has cleared up with the bank why it rejected a request: the request is sent again. */
@ApplicationScoped
public class RetryBankRequestHandler {

    private final BankRequests requests;
    private final BusinessClock clock;
    private final Event<BankRequestEnqueued> enqueued;

    RetryBankRequestHandler(BankRequests requests, BusinessClock clock, Event<BankRequestEnqueued> enqueued) {
        this.requests = requests;
        this.clock = clock;
        this.enqueued = enqueued;
    }

    /** @return false if the bank has not rejected such a request: then nothing changed */
    @Transactional
    public boolean handle(BankRequest.Key key) {
        boolean waits = requests.retry(key, clock.instant());
        if (waits) {
            enqueued.fire(new BankRequestEnqueued());
        }
        return waits;
    }
}
