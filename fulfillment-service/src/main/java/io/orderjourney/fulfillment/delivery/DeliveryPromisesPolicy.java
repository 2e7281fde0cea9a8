package io.orderjourney.fulfillment.delivery;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.supply.Supply;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which promises of ours an order must have that a courier brings. The warehouse promises the dispatch and the day of the
 * delivery, so that a late dispatch shows before the delivery slips. Until the customer has the goods or the journey ends
 * there is at least one, each with a due date.
 */
public final class DeliveryPromisesPolicy {

    private DeliveryPromisesPolicy() {}

    /**
     * The kinds that must be open now, in the order in which they are made.
     *
     * @param dated whether the customer was given a day that still stands
     */
    public static Set<PromiseKind> required(Parcel parcel, Supply.State supply, boolean dated) {
        Set<PromiseKind> required = new LinkedHashSet<>();
        if (parcel.isClosed() || parcel.end() != null) {
            return required;
        }
        if (parcel.stage().isOnTheWay()) {
            required.add(PromiseKind.DELIVERY);
        } else if (parcel.stage() == ParcelStage.PREPARING) {
            if (supply == Supply.State.UNKNOWN) {
                // No date is known, so the customer is promised the next update instead.
                required.add(PromiseKind.NEXT_UPDATE);
            }
            if (supply != Supply.State.UNKNOWN || dated) {
                required.add(PromiseKind.DISPATCH);
                required.add(PromiseKind.DELIVERY);
            }
        } else {
            required.add(PromiseKind.NEXT_UPDATE);
        }
        return required;
    }
}
