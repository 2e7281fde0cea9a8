package io.orderjourney.order.orders.rest;

import io.orderjourney.promises.rest.PromiseView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a new order. */
@Schema(description = "The order as it was taken, and what the customer is promised from this moment on")
record PlacedOrderView(OrderView order, List<PromiseView> promises) {}
