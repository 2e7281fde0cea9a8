package io.orderjourney.rest.paging;

import io.orderjourney.rest.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about.
 *
 * @param until the last day
 */
public record DateRange(LocalDate from, LocalDate until) {

    private static final int DAYS_MAX = 366;

    /** As 2027-01-31: with a longer year there is no day before or after some. */
    private static final int TEXT_LENGTH = 10;

    /**
     * Reads the query parameters {@code from} and {@code until} as they were sent.
     *
     * @param today the last day, if none is named
     * @param daysBefore so many days before the last one it begins, if no day is named
     * @throws Problem 400 {@code parameter-invalid}
     */
    public static DateRange of(@Nullable String from, @Nullable String until, LocalDate today, int daysBefore) {
        LocalDate last = day("until", until, today);
        LocalDate first = day("from", from, last.minusDays(daysBefore));
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last)) {
            throw Problem.invalidParameter("from", "A day before until, and at most " + DAYS_MAX + " days before.");
        }
        return new DateRange(first, last);
    }

    private static LocalDate day(String parameter, @Nullable String text, LocalDate otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            if (text.length() == TEXT_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException none) {
            throw notADay(parameter);
        }
        throw notADay(parameter);
    }

    private static Problem notADay(String parameter) {
        return Problem.invalidParameter(parameter, "A day, such as 2027-01-31.");
    }
}
