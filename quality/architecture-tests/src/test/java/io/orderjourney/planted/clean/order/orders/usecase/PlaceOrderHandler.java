package io.orderjourney.planted.clean.order.orders.usecase;

import io.orderjourney.planted.clean.order.orders.Orders;
import io.orderjourney.planted.clean.order.orders.PickupDay;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;

public class PlaceOrderHandler {

    private final Orders orders;

    @Inject
    public PlaceOrderHandler(Orders orders) {
        this.orders = orders;
    }

    @Transactional
    public boolean handle(String orderId, Instant now) {
        return orders.find(orderId).map(day -> day.isOver(now)).orElse(false);
    }

    PickupDay day(Instant dueAt) {
        return new PickupDay(dueAt);
    }
}
