package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.bank.BankRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An application was closed before its end: a bank that has it is told, and nobody clears up what it had rejected. */
@ApplicationScoped
class WithdrawFromBankHandler {

    private final BankRequests requests;
    private final EnqueueBankRequestHandler enqueue;

    WithdrawFromBankHandler(BankRequests requests, EnqueueBankRequestHandler enqueue) {
        this.requests = requests;
        this.enqueue = enqueue;
    }

    void closed(@Observes Application.Closed closed) {
        Application application = closed.application();
        if (application.isWithdrawn()) {
            requests.dropRejected(application.id());
        }
        if (application.isBankToForget()) {
            enqueue.handle(application, BankRequestKind.WITHDRAWAL);
        }
    }
}
