package io.orderjourney.journeytests.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a supplier brings to a pickup point.
 *
 * @param slip a later time that the supplier names before the first one passes; absent if the supplier is on time
 * @param arrivesAt when the goods are really there
 */
record Delivery(
        String id,
        String pickupPoint,
        String sku,
        int quantity,
        Instant etaAt,
        @Nullable Slip slip,
        Instant arrivesAt) {

    /** The supplier says at one time that it expects another. */
    record Slip(Instant saidAt, Instant etaAt) {}
}
