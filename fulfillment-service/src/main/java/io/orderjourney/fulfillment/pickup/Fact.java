package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.EventType;

/** Something that became true by a decision; the log records it. */
public record Fact<T>(EventType<T> type, T data) {}
