package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The order is confirmed: the credit desk promises its call. */
@ApplicationScoped
public class ConfirmApplicationHandler {

    private final Applications applications;
    private final PromiseDesk desk;

    ConfirmApplicationHandler(Applications applications, PromiseDesk desk) {
        this.applications = applications;
        this.desk = desk;
    }

    /** An order without an application is not on credit; one that was confirmed before stays as it is. */
    @Transactional
    public void handle(UUID journeyId) {
        applications
                .ofJourneyForChange(journeyId)
                .filter(application -> application.state().allows(ApplicationStep.CONFIRM))
                .ifPresent(application -> {
                    Application confirmed = applications.change(application.confirmed());
                    desk.makeEarliest(Recipients.of(confirmed), PromiseKind.CREDIT_CALL, Actors.POLICY);
                });
    }
}
