package io.orderjourney.credit.applications.usecase;

import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The journey is over: the credit desk's open promises are withdrawn. */
@ApplicationScoped
public class EndJourneyHandler {

    private final PromiseDesk desk;

    EndJourneyHandler(PromiseDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public void handle(UUID journeyId) {
        desk.withdrawAll(journeyId, "the journey is over", Actors.POLICY);
    }
}
