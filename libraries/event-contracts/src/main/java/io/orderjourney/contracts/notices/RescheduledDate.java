package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.UUID;

/**
 * One promise in a delay notice: the date before and the date now.
 */
public record RescheduledDate(UUID promiseId, PromiseKind kind, int revision, Instant previousDueAt, Instant dueAt) {}
