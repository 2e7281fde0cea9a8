package io.orderjourney.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a desk works, as instants: the arithmetic of business time. Immutable and safe for many threads.
 *
 * <p>The edges:
 *
 * <ul>
 *   <li>Working time is half open: at the opening instant the desk works, at the closing instant it does not ({@link #isOpen}).
 *   <li>As a <em>due time</em> the closing instant still counts: "by 20:00" is inside hours until 20:00 ({@link #covers}). Arithmetic that
 *       ends on an edge stays on it: 19:00 plus one hour is 20:00, not tomorrow's 09:00.
 *   <li>A range across a clock change has its real length. An edge that the change skips lies at the change; an edge that the wall clock
 *       shows twice opens at the first and closes at the second.
 *   <li>A special day replaces everything else said about its date; a holiday replaces the weekly hours.
 *   <li>Everything is in milliseconds; finer parts of an argument are ignored.
 * </ul>
 */
public final class BusinessCalendar {

    /** A desk that stays closed for longer than this is taken for one that never opens. */
    public static final int CLOSED_DAYS_MAX = 366;

    /** Longer spans than a century are taken for a mistake. */
    private static final long SPAN_DAYS_MAX = 36_600;

    /** Any ordinary year: only to refuse a calendar that never opens before somebody waits for it. */
    private static final LocalDate PROBED_FROM = LocalDate.of(2025, 1, 1);

    private final DaySchedule days;

    /** Without special days. */
    public BusinessCalendar(ZoneId zone, WeeklyHours hours, Holidays holidays) {
        this(zone, hours, holidays, Map.of());
    }

    /**
     * @param specialDays the hours of single dates, instead of holidays and weekly hours: an opening Sunday, or an empty list for a closure
     * @throws IllegalArgumentException if the weekly hours and holidays leave no opening within a year
     */
    public BusinessCalendar(
            ZoneId zone, WeeklyHours hours, Holidays holidays, Map<LocalDate, List<OpeningRange>> specialDays) {
        Map<LocalDate, List<OpeningRange>> copy = new HashMap<>();
        specialDays.forEach((date, ranges) -> copy.put(date, WeeklyHours.inOrder(ranges, date)));
        this.days = new DaySchedule(zone, hours, holidays, Map.copyOf(copy));
        if (!opensWithin(PROBED_FROM, hours, holidays)) {
            throw new IllegalArgumentException("This calendar never opens: hours '" + hours + "'");
        }
    }

    private static boolean opensWithin(LocalDate from, WeeklyHours hours, Holidays holidays) {
        return !hours.isClosedAllWeek()
                && Stream.iterate(from, date -> date.plusDays(1))
                        .limit(CLOSED_DAYS_MAX)
                        .anyMatch(date -> !hours.on(date.getDayOfWeek()).isEmpty() && !holidays.isHoliday(date));
    }

    /** The zone on whose wall clock the hours are. */
    public ZoneId zone() {
        return days.zone();
    }

    /** The opening ranges of a date, all rules applied; empty if closed. */
    public List<OpeningRange> hoursOn(LocalDate date) {
        return days.rangesOn(date);
    }

    /** Whether the desk works at all on this date. */
    public boolean isOpenDay(LocalDate date) {
        return !days.on(date.toEpochDay()).isClosed();
    }

    /** The open days from this date on, this date included, without end. */
    public Stream<LocalDate> openDaysFrom(LocalDate date) {
        return Stream.iterate(
                nextOpenDay(date.toEpochDay()).date(),
                open -> nextOpenDay(open.toEpochDay() + 1).date());
    }

    /** Whether the desk works at this instant; at the closing instant it does not any more. */
    public boolean isOpen(Instant at) {
        long millis = at.toEpochMilli();
        Day day = days.at(millis);
        for (int i = 0; i < day.rangeCount(); i++) {
            if (day.from(i) <= millis && millis < day.until(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a promise may be due at this instant: the desk works, or closes right then. */
    public boolean covers(Instant dueAt) {
        return covers(dueAt.toEpochMilli());
    }

    private boolean covers(long millis) {
        Day day = days.at(millis);
        for (int i = 0; i < day.rangeCount(); i++) {
            if (day.from(i) <= millis && millis <= day.until(i)) {
                return true;
            }
        }
        return closesAtStartOf(day, millis);
    }

    /** A closing at 24:00 is the first instant of the next day. */
    private boolean closesAtStartOf(Day day, long millis) {
        if (millis != day.start()) {
            return false;
        }
        Day before = days.on(day.epochDay() - 1);
        return !before.isClosed() && before.closing() == millis;
    }

    /** The first instant from this one on at which the desk works: this one, if it is open. */
    public Instant nextOpen(Instant at) {
        return plusMillis(at.toEpochMilli(), 0);
    }

    /** The last instant up to this one at which a promise may be due: this one if covered, else the closing before it. */
    public Instant latestOpenAtOrBefore(Instant at) {
        return covers(at) ? at : minusMillis(at.toEpochMilli(), 0);
    }

    /**
     * The instant after this much working time. Starts at the next opening if the desk is closed; ends on the closing rather than the next
     * opening. Nothing added: the same instant if covered, else the next opening. A negative duration is {@link #minus}.
     *
     * @throws IllegalArgumentException if the duration is beyond a century
     * @throws IllegalStateException if the desk stays closed for more than {@link #CLOSED_DAYS_MAX} days
     */
    public Instant plus(Instant start, Duration businessTime) {
        long millis = checkedMillis(businessTime);
        if (millis < 0) {
            return minusMillis(start.toEpochMilli(), -millis);
        }
        return millis == 0 && covers(start) ? start : plusMillis(start.toEpochMilli(), millis);
    }

    /**
     * The instant before which this much working time remains until {@code end}. Ends on the opening rather than the closing before it.
     * Nothing taken: the same instant if covered, else the closing before it. A negative duration is {@link #plus}.
     *
     * @throws IllegalArgumentException if the duration is beyond a century
     * @throws IllegalStateException if the desk stays closed for more than {@link #CLOSED_DAYS_MAX} days
     */
    public Instant minus(Instant end, Duration businessTime) {
        long millis = checkedMillis(businessTime);
        if (millis < 0) {
            return plusMillis(end.toEpochMilli(), -millis);
        }
        return millis == 0 && covers(end) ? end : minusMillis(end.toEpochMilli(), millis);
    }

    /**
     * The working time from one instant to the other, negative if the second is the earlier.
     *
     * @throws IllegalArgumentException if they are more than a century apart
     */
    public Duration between(Instant from, Instant until) {
        long a = from.toEpochMilli();
        long b = until.toEpochMilli();
        return Duration.ofMillis(a <= b ? openMillis(a, b) : -openMillis(b, a));
    }

    /** The end of the business day that contains or follows this instant; the closing instant itself still belongs to its day. */
    public Instant closingAt(Instant at) {
        return Instant.ofEpochMilli(businessDayAt(at.toEpochMilli()).closing());
    }

    /** The beginning of the same business day that {@link #closingAt} ends: it may lie before or after this instant. */
    public Instant openingAt(Instant at) {
        return Instant.ofEpochMilli(businessDayAt(at.toEpochMilli()).opening());
    }

    /** The date of the same business day that {@link #closingAt} ends. */
    public LocalDate businessDayAt(Instant at) {
        return businessDayAt(at.toEpochMilli()).date();
    }

    /** The closing of the open range that contains or follows this instant, e.g. before a lunch break. */
    Instant endOfRangeAt(Instant at) {
        long millis = at.toEpochMilli();
        Day day = days.at(millis);
        if (closesAtStartOf(day, millis)) {
            return at;
        }
        for (int i = 0; i < day.rangeCount(); i++) {
            if (millis <= day.until(i)) {
                return Instant.ofEpochMilli(day.until(i));
            }
        }
        return Instant.ofEpochMilli(nextOpenDay(day.epochDay() + 1).until(0));
    }

    private Day businessDayAt(long millis) {
        Day day = days.at(millis);
        if (closesAtStartOf(day, millis)) {
            return days.on(day.epochDay() - 1);
        }
        return !day.isClosed() && millis <= day.closing() ? day : nextOpenDay(day.epochDay() + 1);
    }

    private Instant plusMillis(long start, long businessMillis) {
        long remaining = businessMillis;
        Day day = days.at(start);
        while (true) {
            for (int i = 0; i < day.rangeCount(); i++) {
                long from = Math.max(day.from(i), start);
                long length = day.until(i) - from;
                if (length <= 0) {
                    continue;
                }
                if (remaining <= length) {
                    return Instant.ofEpochMilli(from + remaining);
                }
                remaining -= length;
            }
            day = nextOpenDay(day.epochDay() + 1);
        }
    }

    private Instant minusMillis(long end, long businessMillis) {
        long remaining = businessMillis;
        Day day = days.at(end);
        while (true) {
            for (int i = day.rangeCount() - 1; i >= 0; i--) {
                long until = Math.min(day.until(i), end);
                long length = until - day.from(i);
                if (length <= 0) {
                    continue;
                }
                if (remaining <= length) {
                    return Instant.ofEpochMilli(until - remaining);
                }
                remaining -= length;
            }
            day = previousOpenDay(day.epochDay() - 1);
        }
    }

    private long openMillis(long from, long until) {
        Day first = days.at(from);
        Day last = days.at(until);
        if (last.epochDay() - first.epochDay() > SPAN_DAYS_MAX) {
            throw new IllegalArgumentException("More than a century apart: " + first.date() + " and " + last.date());
        }
        if (first.epochDay() == last.epochDay()) {
            return first.openMillis(from, until);
        }
        long sum = first.openMillis(from, first.end()) + last.openMillis(last.start(), until);
        for (long epochDay = first.epochDay() + 1; epochDay < last.epochDay(); epochDay++) {
            sum += days.on(epochDay).openMillis();
        }
        return sum;
    }

    private Day nextOpenDay(long epochDay) {
        for (long i = epochDay; i < epochDay + CLOSED_DAYS_MAX; i++) {
            Day day = days.on(i);
            if (!day.isClosed()) {
                return day;
            }
        }
        throw new IllegalStateException(
                "Closed for more than " + CLOSED_DAYS_MAX + " days from " + LocalDate.ofEpochDay(epochDay));
    }

    private Day previousOpenDay(long epochDay) {
        for (long i = epochDay; i > epochDay - CLOSED_DAYS_MAX; i--) {
            Day day = days.on(i);
            if (!day.isClosed()) {
                return day;
            }
        }
        throw new IllegalStateException(
                "Closed for more than " + CLOSED_DAYS_MAX + " days before " + LocalDate.ofEpochDay(epochDay));
    }

    private static long checkedMillis(Duration businessTime) {
        if (businessTime.abs().compareTo(Duration.ofDays(SPAN_DAYS_MAX)) > 0) {
            throw new IllegalArgumentException("More business time than a century has: " + businessTime);
        }
        return businessTime.toMillis();
    }
}
