package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.PackingCare;
import java.time.Instant;
import java.util.UUID;

/**
 * The shop promised a customer, who complained, to do something otherwise with their next order.
 *
 * @param customerId whose next order it is about
 */
public record CorrectionPromised(UUID correctionId, UUID customerId, PackingCare care, Instant promisedAt) {}
