package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/** The warehouse checked the returned parcel in: its goods are on the shelf again. */
public record ParcelReturned(String dispatchPoint, String checkedInBy, Instant returnedAt) {}
