package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;

/**
 * What happens next, who does it, and until when.
 */
public record NextStep(PromiseKind kind, Desk desk, String text, Instant dueAt) {}
