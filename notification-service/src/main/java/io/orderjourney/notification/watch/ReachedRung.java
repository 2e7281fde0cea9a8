package io.orderjourney.notification.watch;

import io.orderjourney.contracts.EscalationLevel;
import java.util.UUID;

/** Time reached a level of the escalation policy of a promise that was not kept; nobody acted on it yet. */
public record ReachedRung(UUID promiseId, int revision, EscalationLevel level) {}
