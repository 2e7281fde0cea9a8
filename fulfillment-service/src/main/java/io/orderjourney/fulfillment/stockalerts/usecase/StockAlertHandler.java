package io.orderjourney.fulfillment.stockalerts.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.fulfillment.stockalerts.StockAlert;
import io.orderjourney.fulfillment.stockalerts.StockAlertPolicy;
import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.StockLevels;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Promises customers by when they hear of an article, and keeps it, slice by slice, when the article is there. */
@ApplicationScoped
public class StockAlertHandler {

    /** Customers of one transaction. */
    static final int SLICE = 100;

    private static final String ACTOR = "policy";

    private final StockAlert.Book alerts;
    private final StockLevels levels;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    StockAlertHandler(
            StockAlert.Book alerts,
            StockLevels levels,
            PromiseDesk desk,
            PromiseBook book,
            CurrentTerms terms,
            BusinessClock clock) {
        this.alerts = alerts;
        this.levels = levels;
        this.desk = desk;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * A customer asks to be told. The day follows from what suppliers said; if they said nothing, the policy of the kind tells
     * how long the warehouse may look for an answer. Whether the article is there already, a pass finds out: it locks the
     * shelf, which a batch of events must not do one by one.
     */
    @Transactional
    public void asked(UUID journeyId, InquiryReceived inquiry, WantedGoods wanted, String actor) {
        StockLevel.Key item = new StockLevel.Key(wanted.pickupPoint(), wanted.sku());
        Optional<Instant> expectedAt = StockAlertPolicy.expectedAt(level(item), incoming(item));
        Instant now = clock.instant();
        Instant possibleFrom = expectedAt.orElseGet(() -> terms.get()
                .calendar(terms.get().kind(PromiseKind.BACK_IN_STOCK).desk())
                .plus(now, terms.get().kind(PromiseKind.BACK_IN_STOCK).rescheduleBy()));
        Promise promise = desk.makeEarliest(
                new Recipient(journeyId, inquiry.customerId(), inquiry.language()),
                PromiseKind.BACK_IN_STOCK,
                List.of(),
                possibleFrom,
                actor);
        expectedAt.ifPresent(eta -> desk.partnerEstimate(promise, eta, ReasonCode.SUPPLIER_LATE, actor));
        alerts.add(journeyId, promise.id(), item);
    }

    /** Their inquiries are over, answered by somebody or by us: nothing is promised in them any more. */
    @Transactional
    public void ended(Collection<UUID> journeyIds, String actor) {
        alerts.remove(journeyIds).forEach(promise -> desk.withdraw(promise, "the inquiry is over", actor));
    }

    /**
     * Looks at the next customers of an article whose supply changed, if there is one.
     *
     * @return whether there was
     */
    @Transactional
    public boolean goOn() {
        Optional<StockLevel.Key> item = alerts.next();
        item.ifPresent(this::goOn);
        return item.isPresent();
    }

    private void goOn(StockLevel.Key item) {
        StockLevel level = levels.lock(item.pickupPoint(), List.of(item.sku())).level(item.sku());
        // Read under the lock: another replica may have come to its end meanwhile.
        StockAlert.Pass pass = alerts.underWay(item).orElse(null);
        if (pass == null) {
            return;
        }
        List<StockAlert> slice = alerts.after(item, pass.place(), SLICE);
        List<UUID> promises = slice.stream().map(StockAlert::promiseId).toList();
        if (StockAlertPolicy.isThere(level)) {
            book.keepAll(promises, "in stock at " + item.pickupPoint(), ACTOR);
            alerts.remove(slice.stream().map(StockAlert::journeyId).toList());
        } else {
            Instant expectedAt =
                    StockAlertPolicy.expectedAt(level, incoming(item)).orElse(null);
            book.estimateAll(promises, expectedAt, ReasonCode.SUPPLIER_LATE, ACTOR);
        }
        if (slice.size() < SLICE) {
            alerts.end(pass);
        } else {
            alerts.advance(pass, slice.get(slice.size() - 1).place());
        }
    }

    private StockLevel level(StockLevel.Key item) {
        return levels.read(item.pickupPoint(), List.of(item.sku())).getOrDefault(item.sku(), StockLevel.empty(item));
    }

    private List<Incoming> incoming(StockLevel.Key item) {
        return levels.incoming(item.pickupPoint(), List.of(item.sku())).getOrDefault(item.sku(), List.of());
    }
}
