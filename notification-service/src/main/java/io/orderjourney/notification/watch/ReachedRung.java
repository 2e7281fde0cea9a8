package io.orderjourney.notification.watch;

import io.orderjourney.contracts.Rung;
import java.util.UUID;

/** Time reached a rung of the ladder of a promise that was not kept; nobody acted on it yet. */
public record ReachedRung(UUID promiseId, int revision, Rung rung) {}
