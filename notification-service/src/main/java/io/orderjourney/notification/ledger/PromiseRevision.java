package io.orderjourney.notification.ledger;

import java.util.UUID;

/** One of the dates of a promise: the first has revision 0. */
public record PromiseRevision(UUID promiseId, int revision) {}
