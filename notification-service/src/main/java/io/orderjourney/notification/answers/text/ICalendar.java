package io.orderjourney.notification.answers.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes an iCalendar object (RFC 5545) line by line: a line ends with CR LF, is folded after 75 bytes and never inside a
 * character, and a text in it is escaped.
 */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_BYTES_MAX = 75;
    private static final String LINE_END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    ICalendar begin(String component) {
        return value("BEGIN", component);
    }

    ICalendar end(String component) {
        return value("END", component);
    }

    /** A property whose value is no text, so nothing in it is escaped. */
    ICalendar value(String name, String value) {
        return line(name + ":" + value);
    }

    /** A property in words. */
    ICalendar text(String name, String text) {
        return line(name + ":"
                + text.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r\n", "\\n")
                        .replace("\n", "\\n"));
    }

    ICalendar moment(String name, Instant at) {
        return value(name, UTC.format(at));
    }

    ICalendar day(String name, LocalDate day) {
        return value(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    /** A parameter's value in quotes, in which no quote may stand. */
    static String quoted(String text) {
        return "\"" + text.replace('"', '\'') + "\"";
    }

    private ICalendar line(String line) {
        // No control character may stand in a line, whatever a text was made of.
        String clean = line.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int bytes = 0;
        for (int index = 0; index < clean.length(); ) {
            int character = clean.codePointAt(index);
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LINE_BYTES_MAX) {
                lines.append(LINE_END).append(' ');
                bytes = 1;
            }
            lines.appendCodePoint(character);
            bytes += length;
            index += Character.charCount(character);
        }
        lines.append(LINE_END);
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
