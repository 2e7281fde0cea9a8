package io.orderjourney.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work when, e.g. the credit experts at a pickup point. Shifts are half open: at {@code until} the person is gone. Shifts of one
 * person that touch or overlap count as one. Immutable.
 */
public final class Roster {

    /** One person's working time; {@code until} after {@code from}. */
    public record Shift(String person, Instant from, Instant until) {
        public Shift {
            requireRising(from, until);
        }

        private boolean contains(Instant from, Instant until) {
            return !from.isBefore(this.from) && !until.isAfter(this.until);
        }

        private boolean meets(Instant from, Instant until) {
            return from.isBefore(this.until) && until.isAfter(this.from);
        }
    }

    /** A time that one person can give. */
    public record Slot(String person, Instant from, Instant until) {}

    private static final Comparator<Shift> BY_TIME =
            Comparator.comparing(Shift::from).thenComparing(Shift::person);

    private final List<Shift> shifts;
    private final List<Shift> bookings;

    /** The roster of these shifts, in any order. */
    public Roster(List<Shift> shifts) {
        this(joined(shifts), List.of());
    }

    private Roster(List<Shift> shifts, List<Shift> bookings) {
        this.shifts = List.copyOf(shifts);
        this.bookings = List.copyOf(bookings);
    }

    /** The shifts by time, touching ones joined, absences taken out. */
    public List<Shift> shifts() {
        return shifts;
    }

    /** The persons at work at this instant, booked or not. */
    public SortedSet<String> onDuty(Instant at) {
        SortedSet<String> persons = new TreeSet<>();
        for (Shift shift : shifts) {
            if (!at.isBefore(shift.from()) && at.isBefore(shift.until())) {
                persons.add(shift.person());
            }
        }
        return persons;
    }

    /** Whether the person is at work all the time from one instant until the other, booked or not. */
    public boolean covers(String person, Instant from, Instant until) {
        requireRising(from, until);
        return shifts.stream().anyMatch(shift -> shift.person().equals(person) && shift.contains(from, until));
    }

    /** Whether the person is at work all that time and nobody has booked any of it. */
    public boolean isFree(String person, Instant from, Instant until) {
        return covers(person, from, until)
                && bookings.stream()
                        .noneMatch(booking -> booking.person().equals(person) && booking.meets(from, until));
    }

    /**
     * The earliest time of this length that somebody at work is free.
     *
     * @param earliest not before this instant
     * @param length how long the person is needed, more than nothing
     * @param afterShiftStart how long after the beginning of the shift at the earliest, because people are late
     * @return empty if the roster has no such time; of several persons the first by name
     */
    public Optional<Slot> nextCovered(Instant earliest, Duration length, Duration afterShiftStart) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A slot has a length, not " + length);
        }
        return shifts.stream()
                .filter(shift -> shift.until().isAfter(earliest))
                .map(shift -> firstFree(shift, earliest, length, afterShiftStart))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Slot::from).thenComparing(Slot::person));
    }

    /** The roster with this absence: the person is not at work in that time; coming back counts as the beginning of a shift. */
    public Roster without(String person, Instant from, Instant until) {
        requireRising(from, until);
        List<Shift> rest = new ArrayList<>();
        for (Shift shift : shifts) {
            if (!shift.person().equals(person) || !shift.meets(from, until)) {
                rest.add(shift);
                continue;
            }
            if (shift.from().isBefore(from)) {
                rest.add(new Shift(person, shift.from(), from));
            }
            if (until.isBefore(shift.until())) {
                rest.add(new Shift(person, until, shift.until()));
            }
        }
        rest.sort(BY_TIME);
        return new Roster(rest, bookings);
    }

    /** The roster with this time taken: the person is at work then, but not free. */
    public Roster booked(String person, Instant from, Instant until) {
        List<Shift> more = new ArrayList<>(bookings);
        more.add(new Shift(person, from, until));
        more.sort(BY_TIME);
        return new Roster(shifts, more);
    }

    /** The roster of the persons whom the condition accepts. */
    public Roster only(Predicate<String> persons) {
        return new Roster(
                shifts.stream().filter(shift -> persons.test(shift.person())).toList(),
                bookings.stream()
                        .filter(booking -> persons.test(booking.person()))
                        .toList());
    }

    private Optional<Slot> firstFree(Shift shift, Instant earliest, Duration length, Duration afterShiftStart) {
        Instant from = later(earliest, shift.from().plus(afterShiftStart));
        for (Shift booking : bookings) {
            if (booking.person().equals(shift.person()) && booking.meets(from, from.plus(length))) {
                from = booking.until();
            }
        }
        Instant until = from.plus(length);
        return until.isAfter(shift.until()) ? Optional.empty() : Optional.of(new Slot(shift.person(), from, until));
    }

    private static List<Shift> joined(List<Shift> shifts) {
        List<Shift> sorted = new ArrayList<>(shifts);
        sorted.sort(Comparator.comparing(Shift::person).thenComparing(Shift::from));
        List<Shift> joined = new ArrayList<>();
        for (Shift next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0
                    && joined.get(last).person().equals(next.person())
                    && !next.from().isAfter(joined.get(last).until())) {
                Shift before = joined.remove(last);
                next = new Shift(next.person(), before.from(), later(before.until(), next.until()));
            }
            joined.add(next);
        }
        joined.sort(BY_TIME);
        return joined;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static void requireRising(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Ends before it begins: " + from + " to " + until);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Roster that && shifts.equals(that.shifts) && bookings.equals(that.bookings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shifts, bookings);
    }

    @Override
    public String toString() {
        return "Roster" + shifts;
    }
}
