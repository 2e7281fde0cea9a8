package io.orderjourney.planted.clean.order.orders;

import java.time.Instant;

/** A rule as it should be: facts in, facts out, time as an argument. */
public record PickupDay(Instant dueAt) {
    public boolean isOver(Instant now) {
        return now.isAfter(dueAt);
    }
}
