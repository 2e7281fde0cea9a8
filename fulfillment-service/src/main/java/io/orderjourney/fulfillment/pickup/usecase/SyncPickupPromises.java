package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromisesPolicy;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place where promises of an order are made, kept and withdrawn as its goods and gates change. */
@ApplicationScoped
class SyncPickupPromises {

    private final OwnPromises own;
    private final PromiseBook book;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    SyncPickupPromises(OwnPromises own, PromiseBook book, CurrentTerms terms, BusinessClock clock) {
        this.own = own;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Makes the first promises of an order.
     *
     * @param offer the pickup day that the customer chose at checkout; it is made good, whatever came since
     */
    void begin(Pickup pickup, Supply supply, @Nullable PickupOffer offer, Trigger trigger) {
        if (offer != null) {
            // The offer is made good even if it cannot hold any more: then it is rescheduled at once, with its notice.
            GrantedDate date =
                    PromiseDates.at(clock.instant(), terms.get()).offered(offer.precision(), offer.readyBy());
            make(pickup, PromiseKind.PICKUP_READY, date, supply);
        }
        sync(pickup, supply, "order placed", ReasonCode.EARLIER_STEP_LATE, trigger);
    }

    /**
     * Brings the promises of an order in line with its state, in the transaction that changed it.
     *
     * @param evidence what shows that promises are kept
     * @param ifLater why goods come later, if they do
     */
    void sync(Pickup pickup, Supply supply, String evidence, ReasonCode ifLater, Trigger trigger) {
        Map<PromiseKind, Promise> open = own.open(pickup.orderId());
        Set<PromiseKind> required =
                PickupPromisesPolicy.required(pickup, supply.state(), open.containsKey(PromiseKind.PICKUP_READY));
        open.values().stream()
                .filter(promise -> !required.contains(promise.kind()))
                .forEach(promise -> close(promise, pickup, supply, evidence, trigger.actor()));
        required.stream().filter(kind -> !open.containsKey(kind)).forEach(kind -> make(pickup, kind, supply));
        estimateFromGoods(pickup, supply, ifLater, trigger.actor());
    }

    private void close(Promise promise, Pickup pickup, Supply supply, String evidence, String actor) {
        if (promise.kind().equals(PromiseKind.STOCK_ARRIVAL)) {
            // Goods of unknown source stay promised for the old date until there is a new one.
            if (supply.isOnShelf()) {
                book.keep(promise.id(), evidence, actor);
            }
        } else if (promise.kind().equals(PromiseKind.PICKUP_READY)) {
            book.keep(promise.id(), evidence, actor);
        } else if (promise.kind().equals(PromiseKind.PICKUP_SLOT)) {
            if (pickup.isHandedOver()) {
                book.keep(promise.id(), evidence, actor);
            } else {
                book.withdraw(promise.id(), evidence, actor);
            }
        } else if (pickup.isHandedOver()) {
            book.withdraw(promise.id(), evidence, actor);
        }
        // A next update that is not needed any more stays promised until a message was delivered.
    }

    private void make(Pickup pickup, PromiseKind kind, Supply supply) {
        // The clock is read once: a date computed from one instant may be in the past at the next.
        Instant now = clock.instant();
        ShopTerms shop = terms.get();
        PromiseDates dates = PromiseDates.at(now, shop);
        Instant expectedAt = supply.expectedAt();
        if (kind.equals(PromiseKind.PICKUP_SLOT)) {
            PickupSlotPolicy.Window window = PickupSlotPolicy.firstWindow(now, shop.calendar(Desk.PICKUP_POINT));
            make(pickup, kind, dates.window(kind, window.startAt(), window.endAt(), now), supply);
        } else if (kind.equals(PromiseKind.PICKUP_READY)) {
            JourneyForecast forecast = JourneyForecast.of(own.journey(pickup.orderId()), shop, now);
            List<PromiseKind> waitsFor = PickupPromisesPolicy.waitsFor(pickup, supply.state());
            make(pickup, kind, dates.earliest(kind, waitsFor, forecast, load(kind)), supply);
        } else {
            Instant from = kind.equals(PromiseKind.STOCK_ARRIVAL) && expectedAt != null && expectedAt.isAfter(now)
                    ? expectedAt
                    : now;
            make(pickup, kind, dates.earliestFrom(kind, from, load(kind)), supply);
        }
    }

    private void make(Pickup pickup, PromiseKind kind, GrantedDate date, Supply supply) {
        List<PromiseKind> waitsFor = kind.equals(PromiseKind.PICKUP_READY)
                ? PickupPromisesPolicy.waitsFor(pickup, supply.state())
                : kind.equals(PromiseKind.PICKUP_SLOT) ? List.of(PromiseKind.PICKUP_READY) : List.of();
        book.make(new NewPromise(
                pickup.orderId(),
                pickup.customerId(),
                kind,
                kind.equals(PromiseKind.NEXT_UPDATE) ? Desk.WAREHOUSE : null,
                date,
                waitsFor,
                pickup.language(),
                "policy"));
    }

    /**
     * What is known of the goods is known of their arrival, and of a pickup day that was promised while they were on the
     * shelf: it does not wait for an arrival, because none was promised.
     */
    private void estimateFromGoods(Pickup pickup, Supply supply, ReasonCode ifLater, String actor) {
        Map<PromiseKind, Promise> open = own.open(pickup.orderId());
        Promise arrival = open.get(PromiseKind.STOCK_ARRIVAL);
        if (arrival != null) {
            estimate(arrival, supply.expectedAt(), ifLater, actor);
        }
        Promise ready = open.get(PromiseKind.PICKUP_READY);
        if (ready != null && !ready.waitsFor().contains(PromiseKind.STOCK_ARRIVAL)) {
            estimate(ready, supply.expectedAt(), ifLater, actor);
        }
    }

    private void estimate(Promise promise, @Nullable Instant expectedAt, ReasonCode ifLater, String actor) {
        Estimate known = promise.estimate();
        Instant before = known == null ? null : known.expectedAt();
        if (Objects.equals(expectedAt, before)) {
            return;
        }
        boolean later = expectedAt == null || (before != null && expectedAt.isAfter(before));
        book.estimate(promise.id(), expectedAt, later ? ifLater : ReasonCode.PARTNER_ESTIMATE, actor);
    }

    private DeskLoad load(PromiseKind kind) {
        return own.load(
                kind.equals(PromiseKind.NEXT_UPDATE)
                        ? Desk.WAREHOUSE
                        : terms.get().kind(kind).desk());
    }
}
