package io.orderjourney.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
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
        long most = -1;
        for (String pattern : KNOWN) {
            TimeColumn column = of(pattern, zone);
            // One value more of the column outweighs all of the file.
            long fits = readable(values, column) * (allOfFile.size() + 1L) + readable(allOfFile, column);
            if (fits > most) {
                best = column;
                most = fits;
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
            TemporalAccessor read = format.parse(text);
            if (read.isSupported(ChronoField.OFFSET_SECONDS)) {
                return Optional.of(OffsetDateTime.from(read).atZoneSameInstant(zone));
            }
            return Optional.of(
                    read.isSupported(ChronoField.HOUR_OF_DAY)
                            ? LocalDateTime.from(read).atZone(zone)
                            : LocalDate.from(read).atStartOfDay(zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
