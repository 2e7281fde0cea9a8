package io.orderjourney.order.orders.rest;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param version for If-Match: version 7 is {@code "v7"}
 */
record ListedOrder(
        OrderView order,
        long version,

        @Nullable @Schema(description = "In the desk's queue: until when the customer was promised a call")
        OffsetDateTime callDueAt) {}
