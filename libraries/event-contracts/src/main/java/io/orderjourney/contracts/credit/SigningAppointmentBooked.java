package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time with a credit expert was agreed or changed.
 *
 * @param reason why an earlier appointment was replaced; absent for the first
 */
public record SigningAppointmentBooked(
        UUID applicationId,
        String pickupPoint,
        String expertId,
        Instant startsAt,
        Instant endsAt,
        @Nullable ReasonCode reason) {}
