package io.orderjourney.notification.answers;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date of an order as it stands in its customer's own calendar: an appointment with its hours, or a day.
 *
 * @param promiseId the same in every version, so that a calendar finds the entry that it has
 * @param version grows with every change: a calendar takes the higher one
 * @param startAt when an appointment begins; absent for a day
 * @param endAt when an appointment ends, or the end of what is promised for a day
 * @param cancelled the date does not stand any more, and goes from the calendar
 */
public record CalendarEntry(
        UUID promiseId,
        PromiseKind kind,
        int version,
        @Nullable Instant startAt,
        Instant endAt,
        boolean cancelled) {

    /** What the customer comes to, or stays at home for. */
    private static final Set<PromiseKind> KINDS = Set.of(
            PromiseKind.SIGNING_APPOINTMENT,
            PromiseKind.PICKUP_SLOT,
            PromiseKind.PICKUP_READY,
            PromiseKind.REST_READY,
            PromiseKind.DELIVERY);

    /**
     * The entries of one journey, the earliest first. A date that passed stays where it was; one that was withdrawn or given up
     * is cancelled.
     *
     * @param all promises of the journey
     * @param undated those of which the customer was told that there is no date
     */
    public static List<CalendarEntry> of(List<Promise> all, Set<UUID> undated, ZoneId zone) {
        return all.stream()
                .filter(promise -> KINDS.contains(promise.kind()))
                // Until when goods are kept is no date to come to.
                .filter(promise -> !isStorage(promise, zone))
                .map(promise -> entry(promise, promise.withdrawnAt() != null || undated.contains(promise.id())))
                .sorted(Comparator.comparing(CalendarEntry::endAt))
                .toList();
    }

    private static boolean isStorage(Promise promise, ZoneId zone) {
        Instant windowStartAt = promise.windowStartAt();
        return promise.kind().equals(PromiseKind.PICKUP_SLOT)
                && (windowStartAt == null
                        || !windowStartAt
                                .atZone(zone)
                                .toLocalDate()
                                .equals(promise.dueAt().atZone(zone).toLocalDate()));
    }

    private static CalendarEntry entry(Promise promise, boolean cancelled) {
        // Two for each date: as it was said, and as it was taken back.
        int version = 2 * promise.revision() + (cancelled ? 1 : 0);
        return new CalendarEntry(
                promise.id(), promise.kind(), version, promise.windowStartAt(), promise.dueAt(), cancelled);
    }

    /** Whether it takes a day and not hours. */
    public boolean isDay() {
        return startAt == null;
    }
}
