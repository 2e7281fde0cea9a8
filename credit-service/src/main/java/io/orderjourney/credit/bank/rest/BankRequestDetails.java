package io.orderjourney.credit.bank.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.rest.ApplicationDetails;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.applications.rest.ApplicationView.BankRequestView;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** What the bank was or will be told, as part of an application. */
@ApplicationScoped
class BankRequestDetails implements ApplicationDetails {

    private final BankRequests requests;

    BankRequestDetails(BankRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<BankRequestView> bankRequests(Application application, ZoneId zone) {
        return requests.of(application.id()).stream()
                .map(request -> view(request, zone))
                .toList();
    }

    private static BankRequestView view(BankRequest request, ZoneId zone) {
        return new BankRequestView(
                request.kind(),
                request.attempts(),
                request.isWaiting() ? ApplicationResponses.time(request.nextAttemptAt(), zone) : null,
                request.lastFailure(),
                ApplicationResponses.timeOrNull(request.acknowledgedAt(), zone),
                ApplicationResponses.timeOrNull(request.rejectedAt(), zone));
    }
}
