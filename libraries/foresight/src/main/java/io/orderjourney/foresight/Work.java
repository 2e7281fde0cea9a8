package io.orderjourney.foresight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that was begun and promised, as far as it is known at the moment of asking; how it ends is not part of it. Times are on the
 * shop's wall clock.
 *
 * @param startedAt when it began, e.g. the approval of an order
 * @param promisedOn the day by whose end it was promised
 * @param handedOverAt when a partner took it over, e.g. a courier; absent if it did not yet or nobody knows
 */
public record Work(
        LocalDateTime startedAt,
        LocalDate promisedOn,
        @Nullable LocalDateTime handedOverAt) {

    public Work handedOver(LocalDateTime at) {
        return new Work(startedAt, promisedOn, at);
    }

    /** Days since it began; at least 1: what is done on its first day counts with the next. */
    long ageOn(LocalDate day) {
        return Math.max(1, ChronoUnit.DAYS.between(startedAt.toLocalDate(), day));
    }

    /** Days from its beginning to the promised one, at least 1. */
    long leadDays() {
        return ageOn(promisedOn);
    }
}
