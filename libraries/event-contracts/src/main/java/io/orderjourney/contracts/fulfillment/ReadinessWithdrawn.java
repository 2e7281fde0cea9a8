package io.orderjourney.contracts.fulfillment;

import io.orderjourney.contracts.Gate;
import java.time.Instant;

/**
 * A gate closed after "ready for pickup": the customer must not travel.
 *
 * @param readiness the readiness that is void now
 */
public record ReadinessWithdrawn(String pickupPoint, int readiness, Gate gate, String why, Instant withdrawnAt) {}
