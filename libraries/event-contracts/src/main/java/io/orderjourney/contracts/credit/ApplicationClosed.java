package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.JourneyEnd;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journey is over, or goes on without credit: nothing more happens with the application.
 *
 * @param end how the journey ended; null if it goes on and the customer pays in another way
 * @param agreementSigned an agreement was signed: its cancellation is left to do, unless the journey was completed
 * @param bankTold the bank had the application and is told that it is withdrawn
 */
public record ApplicationClosed(
        UUID applicationId, @Nullable JourneyEnd end, boolean agreementSigned, boolean bankTold, Instant closedAt) {}
