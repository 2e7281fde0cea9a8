package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/** The courier brings the parcel today. */
public record ParcelOutForDelivery(String courier, Instant outAt) {}
