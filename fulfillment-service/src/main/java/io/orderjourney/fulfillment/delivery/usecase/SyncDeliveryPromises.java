package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.fulfillment.delivery.DeliveryPromisesPolicy;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one place where promises of a delivery are made, kept and withdrawn as its goods and its parcel move. */
@ApplicationScoped
class SyncDeliveryPromises {

    private static final String ACTOR = "policy";

    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    SyncDeliveryPromises(PromiseDesk desk, CurrentTerms terms, BusinessClock clock) {
        this.desk = desk;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Brings the promises of an order in line with its parcel, in the transaction that changed it.
     *
     * @param evidence what shows that promises are kept
     * @param ifLater why its goods come later, if they do
     */
    void sync(Parcel parcel, Supply supply, String evidence, ReasonCode ifLater, Trigger trigger) {
        if (parcel.end() != null) {
            desk.withdrawAll(parcel.orderId(), evidence, trigger.actor());
            return;
        }
        Map<PromiseKind, Promise> open = desk.open(parcel.orderId());
        Set<PromiseKind> required =
                DeliveryPromisesPolicy.required(parcel, supply.state(), open.containsKey(PromiseKind.DISPATCH));
        open.values().stream()
                .filter(promise -> !required.contains(promise.kind()))
                .forEach(promise -> close(promise, parcel, evidence, trigger.actor()));
        for (PromiseKind kind : required) {
            if (!open.containsKey(kind)) {
                make(parcel, kind, supply);
            }
            if (kind.equals(PromiseKind.DISPATCH)) {
                // The day of the delivery, which is made next, is asked of all that is known.
                estimate(parcel, PromiseKind.DISPATCH, supply.expectedAt(), ifLater, trigger.actor());
            }
        }
    }

    private void close(Promise promise, Parcel parcel, String evidence, String actor) {
        if (promise.kind().equals(PromiseKind.DISPATCH)
                || (promise.kind().equals(PromiseKind.DELIVERY) && parcel.stage() == ParcelStage.DELIVERED)) {
            desk.keep(promise.id(), evidence, actor);
        } else if (promise.kind().equals(PromiseKind.DELIVERY) || parcel.isClosed()) {
            desk.withdraw(promise.id(), evidence, actor);
        }
        // A next update that is not needed any more stays promised until a message was delivered.
    }

    private void make(Parcel parcel, PromiseKind kind, Supply supply) {
        Recipient to = new Recipient(parcel.orderId(), parcel.customerId(), parcel.language());
        Instant now = clock.instant();
        if (kind.equals(PromiseKind.NEXT_UPDATE)) {
            desk.makeNextUpdate(to, Desk.WAREHOUSE, ACTOR);
        } else if (kind.equals(PromiseKind.DISPATCH)) {
            Instant expectedAt = supply.expectedAt();
            desk.makeEarliest(to, kind, List.of(), expectedAt == null ? now : expectedAt, ACTOR);
        } else {
            // A day in transit begins when the parcel has left, at the latest.
            Instant leavesAt = desk.open(parcel.orderId(), PromiseKind.DISPATCH)
                    .map(Promise::dueAt)
                    .orElse(now);
            desk.makeEarliest(to, kind, List.of(PromiseKind.DISPATCH), leavesAt, ACTOR);
        }
    }

    /** Takes the dates back; the next {@link #sync} promises what can be promised. */
    void forgetDates(UUID orderId, String why, Trigger trigger) {
        desk.open(orderId).values().stream()
                .filter(promise -> promise.kind().equals(PromiseKind.DISPATCH)
                        || promise.kind().equals(PromiseKind.DELIVERY))
                .forEach(promise -> desk.withdraw(promise.id(), why, trigger.actor()));
    }

    private void estimate(
            Parcel parcel, PromiseKind kind, @Nullable Instant expectedAt, ReasonCode ifLater, String actor) {
        desk.open(parcel.orderId(), kind)
                .ifPresent(promise -> desk.partnerEstimate(promise, expectedAt, ifLater, actor));
    }

    /**
     * The courier expects to deliver at this time. While it is the customer's turn, that is the next attempt: the waiting ends
     * with its day.
     */
    void courierExpects(Parcel parcel, Instant etaAt, Trigger trigger) {
        desk.open(parcel.orderId(), PromiseKind.DELIVERY).ifPresent(delivery -> {
            if (delivery.isWaiting()) {
                comesAgain(delivery, etaAt, trigger);
            } else {
                desk.partnerEstimate(delivery, etaAt, ReasonCode.COURIER_LATE, trigger.actor());
            }
        });
    }

    /** The courier tries again without having been asked to: the customer's turn is over. */
    void outForDelivery(Parcel parcel, Trigger trigger) {
        desk.open(parcel.orderId(), PromiseKind.DELIVERY)
                .filter(Promise::isWaiting)
                .ifPresent(delivery -> comesAgain(delivery, clock.instant(), trigger));
    }

    private void comesAgain(Promise delivery, Instant etaAt, Trigger trigger) {
        Instant now = clock.instant();
        GrantedDate day = PromiseDates.at(now, terms.get())
                .offered(delivery.precision(), closingOf(etaAt.isAfter(now) ? etaAt : now));
        desk.reschedule(delivery.id(), day, ReasonCode.PARTNER_ESTIMATE, null, DecidedBy.POLICY, trigger.actor());
    }

    private Instant closingOf(Instant at) {
        return terms.get()
                .calendar(terms.get().kind(PromiseKind.DELIVERY).desk())
                .closingAt(at);
    }

    /** The courier met nobody: the customer chooses another day, and what was expected is void. */
    void customersTurn(Parcel parcel, Trigger trigger) {
        desk.open(parcel.orderId(), PromiseKind.DELIVERY).ifPresent(delivery -> {
            if (delivery.estimate() != null) {
                desk.estimate(delivery.id(), null, ReasonCode.CUSTOMER_NOT_REACHED, trigger.actor());
            }
            desk.pause(delivery.id(), WaitingReason.NOT_AT_HOME, ACTOR);
        });
    }
}
