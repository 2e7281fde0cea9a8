package io.orderjourney.notification.board.console;

import io.orderjourney.notification.ledger.Score;
import io.orderjourney.rest.paging.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Of which days the board shows how promises ended, and by what it groups them.
 *
 * @param until the last day
 */
public record Period(LocalDate from, LocalDate until, Score.By by) {

    private static final int DAYS_BEFORE = 27;

    /** @param today the last day, if none is named */
    static Period of(@Nullable String from, @Nullable String until, Score.@Nullable By by, LocalDate today) {
        DateRange days = DateRange.of(filled(from), filled(until), today, DAYS_BEFORE);
        return new Period(days.from(), days.until(), by == null ? Score.By.DESK : by);
    }

    /** A form sends its empty fields too. */
    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank() ? null : field;
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
