package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.fulfillment.supply.Trigger;
import org.jspecify.annotations.Nullable;

/** Brings the promises of an order in line with how it stands, in the transaction that changed it. */
public interface PickupPromises {

    /**
     * The first promises of an order.
     *
     * @param offer the pickup day that the customer chose at checkout; it is his, whatever came since
     */
    void begin(Pickup pickup, Supply supply, @Nullable PickupOffer offer, Trigger cause);

    /**
     * What became of the order.
     *
     * @param evidence by what it can be seen, for promises that are kept by it
     * @param ifLater why goods come later, if they do
     */
    void follow(Pickup pickup, Supply supply, String evidence, ReasonCode ifLater, Trigger cause);
}
