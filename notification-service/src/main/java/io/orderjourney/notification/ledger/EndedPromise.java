package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.Promise;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a promise ended, as it counts.
 *
 * @param pickupPoint absent for an inquiry
 * @param week the Monday of the week in which it was first promised for
 * @param reason why the shop last rescheduled it; absent if only the customer did, or nobody
 */
public record EndedPromise(
        Promise promise,
        @Nullable String pickupPoint,
        LocalDate week,
        Instant endedAt,
        LedgerStatus status,
        @Nullable ReasonCode reason) {

    /** @return empty while the promise is open */
    public static Optional<EndedPromise> of(
            Promise promise, List<PromisedDate> dates, @Nullable String pickupPoint, ZoneId shopZone, Instant now) {
        Instant keptAt = promise.keptAt();
        Instant endedAt = keptAt == null ? promise.withdrawnAt() : keptAt;
        if (endedAt == null) {
            return Optional.empty();
        }
        LocalDate week = promise.firstPromisedAt()
                .atZone(shopZone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Optional.of(new EndedPromise(
                promise, pickupPoint, week, endedAt, LedgerStatus.of(promise, dates, now), reason(dates)));
    }

    private static @Nullable ReasonCode reason(List<PromisedDate> dates) {
        return dates.stream()
                .filter(date -> date.reason() != null && date.reason() != ReasonCode.CUSTOMER_ASKED)
                .max(Comparator.comparingInt(PromisedDate::revision))
                .map(PromisedDate::reason)
                .orElse(null);
    }
}
