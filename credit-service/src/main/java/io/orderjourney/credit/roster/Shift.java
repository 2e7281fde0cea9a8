package io.orderjourney.credit.roster;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One expert's working time on one day, at one pickup point.
 *
 * @param date in the shop's zone
 * @param until after {@code from}; at this instant the expert is gone
 */
public record Shift(String expertId, LocalDate date, String pickupPoint, Instant from, Instant until) {

    public Shift {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A shift ends after it begins");
        }
    }
}
