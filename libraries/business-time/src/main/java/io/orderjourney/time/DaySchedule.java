package io.orderjourney.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Turns dates into {@link Day}s and keeps the ones lately used, because holidays and zone rules are slow to ask. */
final class DaySchedule {

    /** A power of two; more than a year and a half, so that a calendar in use computes each day once. */
    private static final int CACHED_DAYS = 1024;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final WeeklyHours hours;
    private final Holidays holidays;
    private final Map<LocalDate, List<OpeningRange>> specialDays;
    private final AtomicReferenceArray<Day> cache = new AtomicReferenceArray<>(CACHED_DAYS);

    DaySchedule(ZoneId zone, WeeklyHours hours, Holidays holidays, Map<LocalDate, List<OpeningRange>> specialDays) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.hours = hours;
        this.holidays = holidays;
        this.specialDays = specialDays;
    }

    ZoneId zone() {
        return zone;
    }

    List<OpeningRange> rangesOn(LocalDate date) {
        List<OpeningRange> special = specialDays.get(date);
        if (special != null) {
            return special;
        }
        List<OpeningRange> weekly = hours.on(date.getDayOfWeek());
        return weekly.isEmpty() || holidays.isHoliday(date) ? List.of() : weekly;
    }

    /** The day that contains this instant. */
    Day at(long millis) {
        long offsetSeconds = rules.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        Day day = on(Math.floorDiv(Math.floorDiv(millis, 1000L) + offsetSeconds, 86_400L));
        // Where a zone sets its clock back over midnight, the wall shows yesterday's date again though today has begun.
        return millis >= day.end() ? on(day.epochDay() + 1) : day;
    }

    Day on(long epochDay) {
        int slot = (int) (epochDay & (CACHED_DAYS - 1));
        Day cached = cache.get(slot);
        if (cached != null && cached.epochDay() == epochDay) {
            return cached;
        }
        Day computed = compute(LocalDate.ofEpochDay(epochDay));
        cache.set(slot, computed);
        return computed;
    }

    private Day compute(LocalDate date) {
        long start = startOf(date);
        long end = startOf(date.plusDays(1));
        List<OpeningRange> ranges = rangesOn(date);
        long[] edges = new long[2 * ranges.size()];
        int count = 0;
        for (OpeningRange range : ranges) {
            long from = Math.max(start, instantOf(date.atTime(range.from()), false));
            long until = range.endsAtMidnight() ? end : Math.min(end, instantOf(date.atTime(range.until()), true));
            if (count > 0 && from <= edges[count - 1]) {
                // Two ranges that a repeated hour pushes into each other are one.
                edges[count - 1] = Math.max(edges[count - 1], until);
            } else if (from < until) {
                edges[count++] = from;
                edges[count++] = until;
            }
        }
        return new Day(date.toEpochDay(), start, end, Arrays.copyOf(edges, count));
    }

    private long startOf(LocalDate date) {
        return instantOf(date.atTime(LocalTime.MIDNIGHT), false);
    }

    private long instantOf(LocalDateTime local, boolean secondIfRepeated) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local)).toEpochMilli();
        }
        if (change.isGap()) {
            return change.getInstant().toEpochMilli();
        }
        return local.toInstant(secondIfRepeated ? change.getOffsetAfter() : change.getOffsetBefore())
                .toEpochMilli();
    }
}
