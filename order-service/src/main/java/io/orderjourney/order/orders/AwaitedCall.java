package io.orderjourney.order.orders;

import java.time.Instant;
import java.util.UUID;

/** An order whose confirmation call is promised and was not made yet. */
public record AwaitedCall(Order order, UUID promiseId, Instant dueAt) {}
