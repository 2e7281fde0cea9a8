package io.orderjourney.credit.applications.rest;

import io.orderjourney.contracts.Money;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** One application in a list. */
public record ApplicationSummary(
        UUID id,
        UUID journeyId,
        String orderNumber,
        UUID customerId,
        String pickupPoint,
        Money amount,
        ApplicationState state,
        OffsetDateTime openedAt) {

    static ApplicationSummary of(Application application, ZoneId zone) {
        return new ApplicationSummary(
                application.id(),
                application.journeyId(),
                application.orderNumber(),
                application.customerId(),
                application.pickupPoint(),
                application.amount(),
                application.state(),
                application.openedAt().atZone(zone).toOffsetDateTime());
    }
}
