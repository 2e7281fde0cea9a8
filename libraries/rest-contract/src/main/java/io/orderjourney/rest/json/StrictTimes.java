package io.orderjourney.rest.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * Reads times as callers write them, from 1900 to 2999. Java also reads years that no database holds and that no calendar
 * reaches the end of.
 */
public final class StrictTimes {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2999;

    private StrictTimes() {}

    /** @throws DateTimeException if it is no RFC 3339 time, or of another age */
    public static OffsetDateTime time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        requireYear(time.getYear());
        return time;
    }

    /** @throws DateTimeException if it is no date and time without an offset, or of another age */
    public static LocalDateTime localTime(String text) {
        LocalDateTime time = LocalDateTime.parse(text);
        requireYear(time.getYear());
        return time;
    }

    /** @throws DateTimeException if it is no date, or of another age */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        requireYear(date.getYear());
        return date;
    }

    private static void requireYear(int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new DateTimeException("The year is out of range");
        }
    }
}
