package io.orderjourney.credit.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * An expert is away, whatever the roster says.
 *
 * @param until after {@code from}
 * @param reason for staff only
 */
public record Absence(UUID id, String expertId, Instant from, Instant until, String reason) {

    public Absence {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("An absence ends after it begins");
        }
    }
}
