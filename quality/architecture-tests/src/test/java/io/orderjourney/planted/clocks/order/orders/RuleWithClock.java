package io.orderjourney.planted.clocks.order.orders;

import java.time.Instant;
import java.time.InstantSource;

class RuleWithClock {
    boolean isOver(Instant dueAt, InstantSource clock) {
        return clock.instant().isAfter(dueAt);
    }
}
