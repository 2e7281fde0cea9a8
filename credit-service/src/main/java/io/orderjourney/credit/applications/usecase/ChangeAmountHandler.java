package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.Money;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The customer changed what they ordered: the credit that they need follows what it costs. */
@ApplicationScoped
public class ChangeAmountHandler {

    private final Applications applications;

    ChangeAmountHandler(Applications applications) {
        this.applications = applications;
    }

    /** Of an order that is not on credit it means nothing. */
    @Transactional
    public void changed(UUID journeyId, Money total) {
        applications.ofJourneyForChange(journeyId).ifPresent(application -> {
            Application after = application.costing(total);
            if (!after.equals(application)) {
                applications.change(after);
            }
        });
    }
}
