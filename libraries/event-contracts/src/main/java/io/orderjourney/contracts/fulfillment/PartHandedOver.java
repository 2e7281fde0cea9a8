package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * The customer holds some of their goods; the rest follows, and the journey goes on.
 *
 * @param readiness the readiness that ended with it
 * @param lines what was handed over
 */
public record PartHandedOver(
        String pickupPoint, int readiness, List<PartLine> lines, String handedOverBy, Instant handedOverAt) {}
