package io.orderjourney.fulfillment.pickup.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupPromisesPolicy;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where promises of an order are made, kept and withdrawn as its goods and gates change. */
@ApplicationScoped
class SyncPickupPromises {

    private static final String ACTOR = "policy";

    private final PromiseDesk desk;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    SyncPickupPromises(PromiseDesk desk, Promises promises, CurrentTerms terms, BusinessClock clock) {
        this.desk = desk;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Makes the first promises of an order.
     *
     * @param offer the pickup day that the customer chose at checkout; it is made good even if it cannot hold any more: then
     *     it is rescheduled at once, with its notice
     */
    void begin(Pickup pickup, Supply supply, @Nullable PickupOffer offer, Trigger trigger) {
        if (offer != null && !pickup.creditRefused()) {
            // It was offered for all goods: of parts it is the day of the last.
            boolean parts = pickup.isInParts(supply.parts());
            List<PromiseKind> waitsFor =
                    parts ? List.of(PromiseKind.STOCK_ARRIVAL) : PickupPromisesPolicy.waitsFor(pickup, supply.state());
            desk.makeOffered(
                    recipient(pickup),
                    parts ? PromiseKind.REST_READY : PromiseKind.PICKUP_READY,
                    offer.precision(),
                    offer.readyBy(),
                    waitsFor,
                    ACTOR);
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
        sync(pickup, supply, desk.open(pickup.orderId()), evidence, ifLater, trigger);
    }

    /** As {@link #sync(Pickup, Supply, String, ReasonCode, Trigger)} for many orders, whose promises are read at once. */
    void sync(Map<Pickup, Supply> orders, String evidence, ReasonCode ifLater, Trigger trigger) {
        Map<UUID, Map<PromiseKind, Promise>> open = new HashMap<>();
        promises.of(orders.keySet().stream().map(Pickup::orderId).toList()).stream()
                .filter(promise -> promise.isOpen() && desk.isOurs(promise))
                .forEach(promise -> open.computeIfAbsent(promise.journeyId(), any -> new LinkedHashMap<>())
                        .put(promise.kind(), promise));
        orders.forEach((pickup, supply) -> sync(
                pickup,
                supply,
                open.getOrDefault(pickup.orderId(), new LinkedHashMap<>()),
                evidence,
                ifLater,
                trigger));
    }

    /** @param open what is promised in this journey; kept up with what changes */
    private void sync(
            Pickup pickup,
            Supply supply,
            Map<PromiseKind, Promise> open,
            String evidence,
            ReasonCode ifLater,
            Trigger trigger) {
        if (pickup.end() != null || pickup.creditRefused()) {
            desk.withdrawAll(pickup.orderId(), evidence, trigger.actor());
            return;
        }
        Set<PromiseKind> required = PickupPromisesPolicy.required(pickup, supply, open.keySet());
        open.values()
                .removeIf(promise -> !required.contains(promise.kind())
                        && !close(promise, pickup, supply, evidence, trigger.actor())
                                .isOpen());
        required.stream().filter(kind -> !open.containsKey(kind)).toList().forEach(kind -> {
            open.put(kind, make(pickup, kind, supply));
            if (kind.equals(PromiseKind.STOCK_ARRIVAL)) {
                // The pickup day, which is made next, is asked of all that is known.
                estimateFromGoods(pickup, open, supply, ifLater, trigger.actor());
            }
        });
        estimateFromGoods(pickup, open, supply, ifLater, trigger.actor());
    }

    /** The goods are collected in parts from now on: the day that was promised for all of them is that of the rest. */
    void split(Pickup pickup, Trigger trigger) {
        exchange(pickup, PromiseKind.PICKUP_READY, PromiseKind.REST_READY, "collected in parts", trigger);
    }

    /** The goods are collected together from now on: the day of the rest is that of all of them. */
    void join(Pickup pickup, Trigger trigger) {
        forgetReady(pickup.orderId(), "collected together", trigger);
        exchange(pickup, PromiseKind.REST_READY, PromiseKind.PICKUP_READY, "collected together", trigger);
    }

    private void exchange(Pickup pickup, PromiseKind from, PromiseKind to, String why, Trigger trigger) {
        desk.open(pickup.orderId(), from).ifPresent(promise -> {
            desk.withdraw(promise.id(), why, trigger.actor());
            desk.makeOffered(
                    recipient(pickup),
                    to,
                    promise.precision(),
                    promise.dueAt(),
                    List.of(PromiseKind.STOCK_ARRIVAL),
                    ACTOR);
        });
    }

    /** A part was not collected: nothing invites for it any more, and the rest keeps its day. */
    void partNotCollected(Pickup pickup, Trigger trigger) {
        String why = "a part was not collected in time";
        desk.open(pickup.orderId(), PromiseKind.PICKUP_SLOT)
                .ifPresent(slot -> desk.withdraw(slot.id(), why, trigger.actor()));
        if (!pickup.inParts()) {
            forgetReady(pickup.orderId(), why, trigger);
            exchange(pickup, PromiseKind.REST_READY, PromiseKind.PICKUP_READY, why, trigger);
        }
    }

    /** The customer came for a part of their goods: what invited them is kept. */
    void partHandedOver(UUID orderId, String evidence, Trigger trigger) {
        desk.keepOpen(orderId, PromiseKind.PICKUP_SLOT, evidence, trigger.actor());
        desk.keepOpen(orderId, PromiseKind.PICKUP_READY, evidence, trigger.actor());
    }

    /** Takes back the pickup day: it waited for what is not needed any more. The next {@link #sync} promises another. */
    void forgetReady(UUID orderId, String why, Trigger trigger) {
        desk.open(orderId, PromiseKind.PICKUP_READY)
                .ifPresent(ready -> desk.withdraw(ready.id(), why, trigger.actor()));
    }

    /** Returns the promise as it is then: one that is not needed any more is not always over. */
    private Promise close(Promise promise, Pickup pickup, Supply supply, String evidence, String actor) {
        if (promise.kind().equals(PromiseKind.STOCK_ARRIVAL)) {
            // Goods of unknown source stay promised for the old date until there is a new one.
            return supply.isOnShelf() ? desk.keep(promise.id(), evidence, actor) : promise;
        }
        if (promise.kind().equals(PromiseKind.PICKUP_READY)) {
            return desk.keep(promise.id(), evidence, actor);
        }
        if (promise.kind().equals(PromiseKind.REST_READY)) {
            return pickup.isNotified() || pickup.isHandedOver()
                    ? desk.keep(promise.id(), evidence, actor)
                    : desk.withdraw(promise.id(), "all goods are handed over together", actor);
        }
        if (promise.kind().equals(PromiseKind.PICKUP_SLOT)) {
            return pickup.isHandedOver()
                    ? desk.keep(promise.id(), evidence, actor)
                    : desk.withdraw(promise.id(), evidence, actor);
        }
        // A next update that is not needed any more stays promised until a message was delivered.
        return pickup.isHandedOver() ? desk.withdraw(promise.id(), evidence, actor) : promise;
    }

    private Promise make(Pickup pickup, PromiseKind kind, Supply supply) {
        Recipient to = recipient(pickup);
        if (kind.equals(PromiseKind.PICKUP_SLOT)) {
            Promise window = desk.make(to, kind, firstWindow(pickup), List.of(PromiseKind.PICKUP_READY), ACTOR);
            // All is done that the shop can do: until they come, or agree on an hour, it is the customer's turn.
            return desk.pause(window.id(), WaitingReason.COLLECTION, ACTOR);
        } else if (kind.equals(PromiseKind.PICKUP_READY)) {
            return desk.makeAfter(to, kind, PickupPromisesPolicy.waitsFor(pickup, supply), ACTOR);
        } else if (kind.equals(PromiseKind.REST_READY)) {
            return desk.makeAfter(to, kind, supply.isOnShelf() ? List.of() : List.of(PromiseKind.STOCK_ARRIVAL), ACTOR);
        } else if (kind.equals(PromiseKind.NEXT_UPDATE)) {
            return desk.makeNextUpdate(to, Desk.WAREHOUSE, ACTOR);
        } else {
            Instant expectedAt = supply.expectedAt();
            return desk.makeEarliest(to, kind, List.of(), expectedAt == null ? clock.instant() : expectedAt, ACTOR);
        }
    }

    private GrantedDate firstWindow(Pickup pickup) {
        // The clock is read once: a date computed from one instant may be in the past at the next.
        Instant now = clock.instant();
        ShopTerms shop = terms.at(pickup.pickupPoint());
        PickupSlotPolicy.Window window = PickupSlotPolicy.firstWindow(
                now, shop.calendar(Desk.PICKUP_POINT), shop.waiting().storageDays());
        return PromiseDates.at(now, shop).window(PromiseKind.PICKUP_SLOT, window.startAt(), window.endAt(), now);
    }

    /**
     * What is known of the goods is known of their arrival, and of a pickup day that was promised while they were on the
     * shelf: it does not wait for an arrival, because none was promised. A part that is here waits for nothing of the rest.
     */
    private void estimateFromGoods(
            Pickup pickup, Map<PromiseKind, Promise> open, Supply supply, ReasonCode ifLater, String actor) {
        Promise arrival = open.get(PromiseKind.STOCK_ARRIVAL);
        if (arrival != null) {
            open.put(arrival.kind(), desk.partnerEstimate(arrival, supply.expectedAt(), ifLater, actor));
        }
        Promise ready = open.get(PromiseKind.PICKUP_READY);
        if (ready != null
                && !pickup.isInParts(supply.parts())
                && !ready.waitsFor().contains(PromiseKind.STOCK_ARRIVAL)) {
            open.put(ready.kind(), desk.partnerEstimate(ready, supply.expectedAt(), ifLater, actor));
        }
    }

    private static Recipient recipient(Pickup pickup) {
        return new Recipient(pickup.orderId(), pickup.customerId(), pickup.language(), pickup.pickupPoint());
    }
}
