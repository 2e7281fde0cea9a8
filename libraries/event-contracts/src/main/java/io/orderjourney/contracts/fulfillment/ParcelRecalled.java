package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/** The courier is to bring the parcel back: the journey ended, or nobody chose another day. */
public record ParcelRecalled(String why, Instant recalledAt) {}
