package io.orderjourney.order.orders.rest;

import io.orderjourney.order.orders.OrderState;
import io.orderjourney.promises.rest.PromiseView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the call led to. */
@Schema(description = "The order after the call, and the promises of SALES as they stand now")
record ConfirmationView(UUID orderId, OrderState state, int callAttempts, List<PromiseView> promises) {}
