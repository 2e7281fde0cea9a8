package io.orderjourney.credit.bank.usecase;

import io.orderjourney.credit.bank.ParkedCallbacks;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps what the bank said about an application that we do not have, for people to look at. */
@ApplicationScoped
public class ParkCallbackHandler {

    private final ParkedCallbacks aside;
    private final BusinessClock clock;

    ParkCallbackHandler(ParkedCallbacks aside, BusinessClock clock) {
        this.aside = aside;
        this.clock = clock;
    }

    @Transactional
    public void handle(String messageId, String kind, UUID reference, String body) {
        aside.keep(messageId, kind, reference, body, clock.instant());
    }
}
