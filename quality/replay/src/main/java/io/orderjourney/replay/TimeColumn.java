package io.orderjourney.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the times of one column are written. */
record TimeColumn(DateTimeFormatter format, ZoneId zone) {

    private static final String TIME = "H:mm[:ss[.SSSSSS][.SSS]]";

    /** Of two that fit equally, the first counts: 3/4/2018 is the fourth of March unless a day beyond the twelfth says otherwise. */
    private static final List<String> KNOWN = List.of(
            "uuuu-M-d['T'" + TIME + "][ " + TIME + "][XXX][' UTC']",
            "M/d/uuuu[ " + TIME + "]",
            "d/M/uuuu[ " + TIME + "]",
            "d.M.uuuu[ " + TIME + "]",
            "d-M-uuuu[ " + TIME + "]",
            "uuuu/M/d[ " + TIME + "]",
            "uuuuMMdd");

    /**
     * The known format that reads most of the column's values; of equals the one that reads most of the file's.
     *
     * @throws IllegalArgumentException if none reads any
     */
    static TimeColumn guess(Collection<String> values, Collection<String> allOfFile, ZoneId zone) {
        TimeColumn best = of(KNOWN.get(0), zone);
        for (String pattern : KNOWN) {
            TimeColumn column = of(pattern, zone);
            int byColumn = Long.compare(readable(values, column), readable(values, best));
            if (byColumn > 0 || (byColumn == 0 && readable(allOfFile, column) > readable(allOfFile, best))) {
                best = column;
            }
        }
        if (!values.isEmpty() && readable(values, best) == 0) {
            throw new IllegalArgumentException("Times like \""
                    + values.iterator().next() + "\" are in no known format; name it with --time-format");
        }
        return best;
    }

    private static long readable(Collection<String> values, TimeColumn column) {
        return values.stream().filter(value -> column.read(value).isPresent()).count();
    }

    /** @throws IllegalArgumentException if the pattern is none */
    static TimeColumn of(String pattern, ZoneId zone) {
        return new TimeColumn(
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT), zone);
    }

    /** The wall-clock time in the zone, the start of the day if only a day is given; empty if it cannot be read. */
    Optional<ZonedDateTime> read(String text) {
        try {
            TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime exact) {
                return Optional.of(exact.atZoneSameInstant(zone));
            }
            return Optional.of(
                    read instanceof LocalDateTime local
                            ? local.atZone(zone)
                            : LocalDate.from(read).atStartOfDay(zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
