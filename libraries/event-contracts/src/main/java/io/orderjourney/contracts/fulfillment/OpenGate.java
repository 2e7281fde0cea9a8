package io.orderjourney.contracts.fulfillment;

import io.orderjourney.contracts.Gate;
import java.time.Instant;

/**
 * A gate and since when it is open.
 */
public record OpenGate(Gate gate, Instant openedAt) {}
