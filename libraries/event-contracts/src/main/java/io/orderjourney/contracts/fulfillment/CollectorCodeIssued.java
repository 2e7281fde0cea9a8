package io.orderjourney.contracts.fulfillment;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else may collect the goods with a code, which only the customer is told. An earlier code is void.
 *
 * @param codeId which code it is; the code itself follows from it with the shop's secret, and stands nowhere
 */
public record CollectorCodeIssued(UUID codeId, Instant issuedAt) {}
