package io.orderjourney.credit.appointments;

import java.time.Instant;

/** A time that an expert can give. */
public record Slot(String expertId, Instant startsAt, Instant endsAt) {

    public boolean isAt(Instant otherStartsAt, Instant otherEndsAt) {
        return startsAt.equals(otherStartsAt) && endsAt.equals(otherEndsAt);
    }
}
