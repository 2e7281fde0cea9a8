package io.orderjourney.time;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a desk works in an ordinary week. Written as a text in the shop's policy: {@code Mon-Fri 09:00-13:00, 14:00-18:00; Sat 10:00-16:00}
 * (days that are not named are closed; {@code closed} is a week without opening). Immutable.
 */
public final class WeeklyHours {

    private static final String CLOSED = "closed";
    private static final String DAY_NAMES = "Mon Tue Wed Thu Fri Sat Sun";

    private final Map<DayOfWeek, List<OpeningRange>> ranges = new EnumMap<>(DayOfWeek.class);

    /**
     * @param rangesByDay the opening ranges of each day, in any order; a missing day is closed
     * @throws IllegalArgumentException if two ranges of a day overlap
     */
    public WeeklyHours(Map<DayOfWeek, List<OpeningRange>> rangesByDay) {
        for (DayOfWeek day : DayOfWeek.values()) {
            ranges.put(day, inOrder(rangesByDay.getOrDefault(day, List.of()), day));
        }
    }

    /** The same hours every day of the week. */
    public static WeeklyHours everyDay(OpeningRange... daily) {
        Map<DayOfWeek, List<OpeningRange>> all = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            all.put(day, List.of(daily));
        }
        return new WeeklyHours(all);
    }

    /**
     * Reads the text form; {@code parse(hours.toString())} equals {@code hours}.
     *
     * @throws IllegalArgumentException saying what cannot be read, if a day is named twice or if ranges overlap
     */
    public static WeeklyHours parse(String text) {
        Map<DayOfWeek, List<OpeningRange>> all = new EnumMap<>(DayOfWeek.class);
        if (text.trim().toLowerCase(Locale.ROOT).equals(CLOSED)) {
            return new WeeklyHours(all);
        }
        for (String part : split(text, ';')) {
            int space = part.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("Not opening hours like 'Mon-Fri 09:00-20:00': '" + part + "'");
            }
            List<OpeningRange> hours = new ArrayList<>();
            for (String range : split(part.substring(space + 1), ',')) {
                hours.add(OpeningRange.parse(range));
            }
            for (DayOfWeek day : days(part.substring(0, space))) {
                if (all.put(day, hours) != null) {
                    throw new IllegalArgumentException(nameOf(day) + " is named twice: '" + text + "'");
                }
            }
        }
        return new WeeklyHours(all);
    }

    /** The opening ranges of a day in their order; empty if the day is closed. */
    public List<OpeningRange> on(DayOfWeek day) {
        return Objects.requireNonNull(ranges.get(day));
    }

    /** Whether no day of the week has hours. */
    public boolean isClosedAllWeek() {
        return ranges.values().stream().allMatch(List::isEmpty);
    }

    /** Sorted, checked for overlaps, and with ranges that touch joined to one. */
    static List<OpeningRange> inOrder(List<OpeningRange> ranges, Object day) {
        List<OpeningRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(OpeningRange::from));
        List<OpeningRange> joined = new ArrayList<>();
        @Nullable OpeningRange last = null;
        for (OpeningRange next : sorted) {
            if (last != null && next.from().toSecondOfDay() < last.untilSecondOfDay()) {
                throw new IllegalArgumentException("Opening ranges of " + day + " overlap: " + last + " and " + next);
            }
            if (last != null && next.from().toSecondOfDay() == last.untilSecondOfDay()) {
                joined.remove(joined.size() - 1);
                next = new OpeningRange(last.from(), next.until());
            }
            joined.add(next);
            last = next;
        }
        return List.copyOf(joined);
    }

    /** The text that {@link #parse} reads: neighbouring days with equal hours are one group. */
    @Override
    public String toString() {
        List<String> groups = new ArrayList<>();
        DayOfWeek[] week = DayOfWeek.values();
        int first = 0;
        while (first < week.length) {
            int last = first;
            while (last + 1 < week.length && on(week[last + 1]).equals(on(week[first]))) {
                last++;
            }
            if (!on(week[first]).isEmpty()) {
                String days = first == last ? nameOf(week[first]) : nameOf(week[first]) + "-" + nameOf(week[last]);
                groups.add(days + " "
                        + on(week[first]).stream().map(OpeningRange::toString).collect(Collectors.joining(", ")));
            }
            first = last + 1;
        }
        return groups.isEmpty() ? CLOSED : String.join("; ", groups);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeeklyHours that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    private static List<DayOfWeek> days(String text) {
        int dash = text.indexOf('-');
        DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("The days of '" + text + "' are not in the order of the week");
        }
        return List.of(DayOfWeek.values()).subList(first.ordinal(), last.ordinal() + 1);
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (nameOf(day).equalsIgnoreCase(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("Not a day (" + DAY_NAMES + "): '" + name + "'");
    }

    private static String nameOf(DayOfWeek day) {
        int at = day.ordinal() * 4;
        return DAY_NAMES.substring(at, at + 3);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(separator, from);
            int end = to < 0 ? text.length() : to;
            parts.add(text.substring(from, end).trim());
            from = end + 1;
        }
        return parts;
    }
}
