package io.orderjourney.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * The same questions answered by looking at the wall clock every minute and counting. It knows nothing of days, zone rules or edges; hours
 * must be whole minutes outside the hour that a clock change repeats.
 */
final class MinuteByMinuteCalendar {

    private final long firstMinute;
    private final boolean[] open;
    private final int[] openBefore;

    MinuteByMinuteCalendar(
            ZoneId zone,
            WeeklyHours hours,
            Holidays holidays,
            Map<LocalDate, List<OpeningRange>> specialDays,
            LocalDate from,
            LocalDate until) {
        firstMinute = from.atStartOfDay(zone).toEpochSecond() / 60;
        int count = (int) (until.atStartOfDay(zone).toEpochSecond() / 60 - firstMinute);
        open = new boolean[count];
        openBefore = new int[count + 1];
        LocalDate lastDate = LocalDate.MIN;
        List<OpeningRange> ranges = List.of();
        for (int i = 0; i < count; i++) {
            ZonedDateTime wall = instant(i).atZone(zone);
            if (!wall.toLocalDate().equals(lastDate)) {
                lastDate = wall.toLocalDate();
                ranges = specialDays.getOrDefault(
                        lastDate, holidays.isHoliday(lastDate) ? List.of() : hours.on(lastDate.getDayOfWeek()));
            }
            LocalTime time = wall.toLocalTime();
            open[i] = ranges.stream()
                    .anyMatch(range -> !time.isBefore(range.from())
                            && (range.until().equals(LocalTime.MIDNIGHT) || time.isBefore(range.until())));
            openBefore[i + 1] = openBefore[i] + (open[i] ? 1 : 0);
        }
    }

    int minutes() {
        return open.length;
    }

    Instant instant(int minute) {
        return Instant.ofEpochSecond((firstMinute + minute) * 60);
    }

    boolean isOpen(int minute) {
        return open[minute];
    }

    boolean covers(int minute) {
        return open[minute] || open[minute - 1];
    }

    int between(int a, int b) {
        return openBefore[b] - openBefore[a];
    }

    int nextOpen(int minute) {
        int at = minute;
        while (!open[at]) {
            at++;
        }
        return at;
    }

    int plus(int start, int openMinutes) {
        if (openMinutes == 0) {
            return covers(start) ? start : nextOpen(start);
        }
        int at = start;
        while (between(start, at) < openMinutes) {
            at++;
        }
        return at;
    }

    int minus(int end, int openMinutes) {
        int at = end;
        while (between(at, end) < openMinutes || (openMinutes == 0 && !covers(at))) {
            at--;
        }
        return at;
    }
}
