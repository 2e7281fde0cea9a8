package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * Every gate is open: the customer may be told to come.
 *
 * @param readiness counts the times this order became ready, from 1; a message about an earlier one is void
 * @param gates what was true when it was said
 */
public record ReadyForPickup(String pickupPoint, int readiness, List<OpenGate> gates, Instant readyAt) {}
