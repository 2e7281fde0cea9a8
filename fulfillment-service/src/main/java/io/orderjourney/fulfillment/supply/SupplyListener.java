package io.orderjourney.fulfillment.supply;

import java.util.UUID;

/** Hears what became of the goods of an order, in the transaction of the change. */
public interface SupplyListener {

    void changed(UUID orderId, OrderSupplyChange change, SupplyChanged news);
}
