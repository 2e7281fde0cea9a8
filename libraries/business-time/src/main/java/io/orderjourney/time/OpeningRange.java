package io.orderjourney.time;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * One stretch of a day during which a desk works, on the wall clock of its zone, e.g. 09:00-20:00. Whole minutes.
 *
 * @param from when the desk opens
 * @param until when it closes, after {@code from}; midnight here means 24:00, the end of the day
 */
public record OpeningRange(LocalTime from, LocalTime until) {

    /** Around the clock: 00:00-24:00. */
    public static final OpeningRange ALL_DAY = new OpeningRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public OpeningRange {
        if (from.getSecond() != 0 || from.getNano() != 0 || until.getSecond() != 0 || until.getNano() != 0) {
            throw new IllegalArgumentException("Opening hours are whole minutes: " + from + "-" + until);
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("A range must open before it closes: " + from + "-" + until
                    + " (a night is two ranges, until 24:00 and from 00:00)");
        }
    }

    /**
     * Reads "09:00-20:00"; "24:00" is the end of the day.
     *
     * @throws IllegalArgumentException if the text is not a range
     */
    public static OpeningRange parse(String text) {
        String trimmed = text.trim();
        int dash = trimmed.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("Not a range of hours like 09:00-20:00: '" + text + "'");
        }
        String until = trimmed.substring(dash + 1).trim();
        if (until.equals("00:00")) {
            throw new IllegalArgumentException("The end of the day is written 24:00: '" + text + "'");
        }
        try {
            return new OpeningRange(
                    LocalTime.parse(trimmed.substring(0, dash).trim()),
                    until.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(until));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a range of hours like 09:00-20:00: '" + text + "'", e);
        }
    }

    boolean endsAtMidnight() {
        return until.equals(LocalTime.MIDNIGHT);
    }

    int untilSecondOfDay() {
        return endsAtMidnight() ? 86_400 : until.toSecondOfDay();
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return from + "-" + (endsAtMidnight() ? "24:00" : until.toString());
    }
}
