package io.orderjourney.promises;

import io.orderjourney.contracts.EventType;

/** Something that became true by a decision, as the journey log records it. */
public record Fact<T>(EventType<T> type, T data) {}
