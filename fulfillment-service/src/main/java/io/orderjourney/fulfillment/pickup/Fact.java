package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.EventType;

/** Something that became true by a decision; the log records it, and nobody decides twice. */
public record Fact<T>(EventType<T> type, T data) {}
