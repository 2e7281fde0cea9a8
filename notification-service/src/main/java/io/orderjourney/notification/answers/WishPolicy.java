package io.orderjourney.notification.answers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Which wish for another time can be taken: a time of the shop's wall clock that is still to come, and not years away. */
public final class WishPolicy {

    static final Duration AHEAD_MAX = Duration.ofDays(90);

    private WishPolicy() {}

    /**
     * @param wish local date and time, such as {@code 2027-02-01T15:30}
     * @return empty if it is no time, or not one that can be taken
     */
    public static Optional<Instant> time(String wish, Instant now, ZoneId shopZone) {
        try {
            Instant at = LocalDateTime.parse(wish).atZone(shopZone).toInstant();
            boolean possible = at.isAfter(now) && !at.isAfter(now.plus(AHEAD_MAX));
            return possible ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
