package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/** The courier reports that the parcel is back; the warehouse has not checked it in yet. */
public record ParcelBroughtBack(String courier, Instant broughtBackAt) {}
