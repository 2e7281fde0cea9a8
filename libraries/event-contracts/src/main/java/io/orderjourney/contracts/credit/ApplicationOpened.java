package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order on credit got its credit application.
 */
public record ApplicationOpened(UUID applicationId, Money amount, Instant openedAt) {}
