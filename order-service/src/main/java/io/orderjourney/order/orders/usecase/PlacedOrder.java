package io.orderjourney.order.orders.usecase;

import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Promise;
import java.util.List;

/** An order that was taken, and what the customer was promised with it. */
public record PlacedOrder(Order order, List<Promise> promises) {}
