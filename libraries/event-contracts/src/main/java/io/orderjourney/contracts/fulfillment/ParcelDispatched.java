package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/**
 * The parcel of the order left the warehouse; from now on the courier has it.
 *
 * @param dispatchPoint code of the warehouse
 */
public record ParcelDispatched(String dispatchPoint, String dispatchedBy, Instant dispatchedAt) {}
