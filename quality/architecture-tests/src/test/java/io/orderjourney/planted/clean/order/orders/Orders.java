package io.orderjourney.planted.clean.order.orders;

import java.util.Optional;

/** A repository port. */
public interface Orders {
    Optional<PickupDay> find(String orderId);
}
