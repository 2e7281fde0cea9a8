package io.orderjourney.notification.desktasks.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
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
        if (end != JourneyEnd.COMPLETED && isPaid(journeyId, PaymentMethod.PREPAID)) {
            open(journeyId, "Pay the customer back: they paid before, and the order ended without the goods");
        }
    }

    /** The courier was at the door when the order was cancelled: the customer has the goods, and the money waits for their word. */
    @Transactional
    public void delivered(UUID journeyId) {
        boolean ended = journeys.find(journeyId)
                .map(Journey::end)
                .filter(end -> end != JourneyEnd.COMPLETED)
                .isPresent();
        if (ended && isPaid(journeyId, PaymentMethod.PREPAID)) {
            desks.closeRefunds(journeyId, "obsolete: the courier delivered the goods all the same");
            open(
                    journeyId,
                    "The courier delivered the goods although the order was over: ask the customer whether they keep"
                            + " them, and pay back only what comes back");
        }
    }

    /** The customer changed their order, and it may cost less than they paid. */
    @Transactional
    public void changed(UUID journeyId, OrderChanged change) {
        long back = change.totalBefore().amountMinor() - change.total().amountMinor();
        boolean credit = change.reason() == ReasonCode.CUSTOMER_DID_NOT_COME && isPaid(journeyId, PaymentMethod.CREDIT);
        if (back > 0 && (credit || isPaid(journeyId, PaymentMethod.PREPAID))) {
            Money owed = new Money(back, change.total().currency());
            open(
                    journeyId,
                    (credit ? "Settle " + inWords(owed) + " of the credit" : "Pay " + inWords(owed) + " back")
                            + ": the order costs only " + inWords(change.total()) + " now");
        }
    }

    private static String inWords(Money amount) {
        int digits = Currency.getInstance(amount.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(amount.amountMinor(), Math.max(0, digits)) + " " + amount.currency();
    }

    private boolean isPaid(UUID journeyId, PaymentMethod how) {
        return journeys.find(journeyId)
                .filter(journey -> journey.payment() == how)
                .isPresent();
    }

    private void open(UUID journeyId, String text) {
        BusinessCalendar sales = terms.get().calendar(Desk.SALES);
        Instant doBeforeAt = sales.closingAt(sales.plus(clock.instant(), WITHIN));
        desks.open(journeyId, Desk.SALES, DeskTaskKind.REFUND, null, 0, text, doBeforeAt);
    }
}
