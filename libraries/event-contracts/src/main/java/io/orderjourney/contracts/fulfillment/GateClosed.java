package io.orderjourney.contracts.fulfillment;

import io.orderjourney.contracts.Gate;
import java.time.Instant;

/**
 * One precondition of handing the goods over is no longer true.
 */
public record GateClosed(Gate gate, String why, Instant closedAt) {}
