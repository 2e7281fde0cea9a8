package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.List;

/**
 * Some goods of the order are at the counter and others are not, what is where changed, or the customer chose how to collect
 * them.
 *
 * @param inParts whether the customer collects what is here before the rest comes; otherwise all is handed over together
 * @param handedOver what the customer has already
 * @param here what lies at the counter for them
 * @param coming what is not here yet; empty once all is here
 */
public record PartsChanged(
        String pickupPoint,
        boolean inParts,
        List<PartLine> handedOver,
        List<PartLine> here,
        List<PartLine> coming,
        Instant changedAt) {}
