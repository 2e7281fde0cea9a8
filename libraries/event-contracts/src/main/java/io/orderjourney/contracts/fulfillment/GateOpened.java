package io.orderjourney.contracts.fulfillment;

import io.orderjourney.contracts.Gate;
import java.time.Instant;

/**
 * One precondition of handing the goods over became true.
 */
public record GateOpened(Gate gate, Instant openedAt) {}
