package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.promises.CollectorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The codes with which somebody else collects, for their customers alone. */
@ApplicationScoped
public class CollectorCodes {

    private final Journeys journeys;
    private final String secret;

    CollectorCodes(Journeys journeys, @ConfigProperty(name = "journey.offers.secret") String secret) {
        this.journeys = journeys;
        this.secret = secret;
    }

    /** The code that is valid now; empty if none was issued. */
    public String of(UUID journeyId) {
        return journeys.collectorCode(journeyId)
                .map(codeId -> CollectorCode.of(codeId, secret))
                .orElse("");
    }
}
