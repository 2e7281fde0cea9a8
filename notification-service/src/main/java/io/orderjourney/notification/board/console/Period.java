package io.orderjourney.notification.board.console;

import io.orderjourney.notification.ledger.Score;
import io.orderjourney.rest.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Of which days the board shows how promises ended, and by what it groups them.
 *
 * @param until the last day
 */
public record Period(LocalDate from, LocalDate until, Score.By by) {

    private static final int DAYS_DEFAULT = 27;
    private static final int DAYS_MAX = 366;

    /** @param today the last day, if none is named */
    static Period of(@Nullable String from, @Nullable String until, Score.@Nullable By by, LocalDate today) {
        LocalDate last = day("until", until, today);
        LocalDate first = day("from", from, last.minusDays(DAYS_DEFAULT));
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last)) {
            throw Problem.invalidParameter("from", "A day before until, and at most " + DAYS_MAX + " days before.");
        }
        return new Period(first, last, by == null ? Score.By.DESK : by);
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw Problem.invalidParameter(name, "A day, such as 2027-01-31.");
        }
    }

    Instant fromAt(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant untilAt(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** As it stands in an address. */
    public String query() {
        return query(by);
    }

    public String query(Score.By other) {
        return "from=" + from + "&until=" + until + "&by=" + other;
    }
}
