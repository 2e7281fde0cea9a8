package io.orderjourney.notification.desktasks.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Who paid before and did not get the goods gets the money back: that is a desk's task, with a time. */
@ApplicationScoped
public class RefundHandler {

    /** In working time of the desk. */
    private static final Duration WITHIN = Duration.ofHours(10);

    private final Journeys journeys;
    private final DeskTaskHandler desks;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    RefundHandler(Journeys journeys, DeskTaskHandler desks, CurrentTerms terms, BusinessClock clock) {
        this.journeys = journeys;
        this.desks = desks;
        this.terms = terms;
        this.clock = clock;
    }

    /** A journey ended. */
    @Transactional
    public void ended(UUID journeyId, JourneyEnd end) {
        boolean paid = journeys.find(journeyId)
                .filter(journey -> journey.payment() == PaymentMethod.PREPAID)
                .isPresent();
        if (paid && end != JourneyEnd.COMPLETED) {
            BusinessCalendar sales = terms.get().calendar(Desk.SALES);
            Instant doBeforeAt = sales.closingAt(sales.plus(clock.instant(), WITHIN));
            desks.open(
                    journeyId,
                    Desk.SALES,
                    DeskTaskKind.REFUND,
                    null,
                    0,
                    "Pay the customer back: they paid before, and the order ended without the goods",
                    doBeforeAt);
        }
    }
}
