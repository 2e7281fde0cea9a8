package io.orderjourney.notification.answers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Which times a customer can ask for: in the future, and at most 90 days ahead, on the shop's wall clock. */
public final class PreferredTimePolicy {

    static final Duration AHEAD_MAX = Duration.ofDays(90);

    private PreferredTimePolicy() {}

    /**
     * @param local date and time, such as {@code 2027-02-01T15:30}
     * @return empty if it is no time, or not a possible one
     */
    public static Optional<Instant> time(String local, Instant now, ZoneId shopZone) {
        try {
            Instant at = LocalDateTime.parse(local).atZone(shopZone).toInstant();
            boolean possible = at.isAfter(now) && !at.isAfter(now.plus(AHEAD_MAX));
            return possible ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
