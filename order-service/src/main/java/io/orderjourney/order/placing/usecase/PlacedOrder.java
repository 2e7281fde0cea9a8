package io.orderjourney.order.placing.usecase;

import io.orderjourney.order.placing.Order;
import io.orderjourney.promises.Promise;
import java.util.List;

/** An order that was taken, and what the customer was promised with it. */
public record PlacedOrder(Order order, List<Promise> promises) {}
