package io.orderjourney.contracts.fulfillment;

import java.time.Instant;

/** The courier handed the parcel over: the customer holds the goods. */
public record ParcelDelivered(String courier, Instant deliveredAt) {}
