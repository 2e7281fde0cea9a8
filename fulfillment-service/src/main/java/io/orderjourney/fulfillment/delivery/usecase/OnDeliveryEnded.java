package io.orderjourney.fulfillment.delivery.usecase;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import io.orderjourney.fulfillment.delivery.Parcels;
import io.orderjourney.fulfillment.supply.LockedStock;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.fulfillment.supply.usecase.OrderGoods;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A delivery does not reach its customer: what has not left is free again, and what is on its way comes back. */
@ApplicationScoped
public class OnDeliveryEnded {

    private final Parcels parcels;
    private final MoveParcel move;
    private final OrderGoods goods;
    private final Promises promises;
    private final BusinessClock clock;

    OnDeliveryEnded(Parcels parcels, MoveParcel move, OrderGoods goods, Promises promises, BusinessClock clock) {
        this.parcels = parcels;
        this.move = move;
        this.goods = goods;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * The journey ended; of an order that is not delivered this means nothing.
     *
     * @param stock of all items of the order
     * @param freed why another order may have its goods
     */
    public void ended(UUID orderId, JourneyEnd end, Instant endedAt, LockedStock stock, SupplyChanged freed) {
        Optional<Parcel> parcel = parcels.findForChange(orderId);
        if (parcel.isEmpty()) {
            return;
        }
        Parcel before = parcel.get();
        Parcel after = move.to(before, before.ended(end, endedAt), "the journey ended: " + end, freed.trigger());
        if (before.stage() == ParcelStage.PREPARING && after.stage() == ParcelStage.CANCELLED) {
            goods.release(orderId, stock, freed);
        }
    }

    /**
     * The customer chose no other day as long as the shop waited. They may have chosen one just before this was heard: then
     * nothing waits any more, or longer than this says.
     */
    @Transactional
    public void waitingExpired(UUID orderId, WaitingExpired expired, Trigger trigger) {
        if (expired.reason() != WaitingReason.NOT_AT_HOME) {
            return;
        }
        parcels.findForChange(orderId).ifPresent(parcel -> {
            CustomerTurn turn = promises.findForChange(expired.promiseId())
                    .filter(Promise::isOpen)
                    .map(Promise::turn)
                    .orElse(null);
            if (turn != null && !turn.untilAt().isAfter(expired.expiredAt())) {
                move.to(parcel, parcel.notChosen(clock.instant()), "the customer chose no other day", trigger);
            }
        });
    }
}
