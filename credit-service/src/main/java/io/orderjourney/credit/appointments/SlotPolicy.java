package io.orderjourney.credit.appointments;

import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Roster;
import io.orderjourney.time.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which times can be agreed for a signature: an hour, on the full or half hour, inside the desk's hours, with an expert who is
 * on the roster and free, and not in the first hour and a half of a shift. By then it is known whether the expert came, and a
 * customer whose expert did not can still be told before they leave home.
 */
public final class SlotPolicy {

    /** How long a signature takes. */
    public static final Duration LENGTH = Duration.ofMinutes(60);

    /** From the beginning of a shift to its first appointment. */
    public static final Duration AFTER_SHIFT_START = Duration.ofMinutes(90);

    /** A customer who would wait longer than this is promised the next update instead of a time. */
    public static final Duration HORIZON = Duration.ofDays(10);

    /** No shop has more half hours than this before the horizon. */
    private static final int STEPS_MAX = 1_000;

    private final Roster roster;
    private final BusinessCalendar calendar;

    /**
     * @param roster shifts of one pickup point, absences taken out, what is booked marked
     * @param calendar of the credit desk
     */
    public SlotPolicy(Roster roster, BusinessCalendar calendar) {
        this.roster = roster;
        this.calendar = calendar;
    }

    /** The first slot that begins at this time or later; empty if there is none before the horizon. */
    public Optional<Slot> first(Instant notBefore) {
        return next(notBefore, 1).stream().findFirst();
    }

    /** The next slots with different beginnings, earliest first. */
    public List<Slot> next(Instant notBefore, int atMost) {
        Instant horizonAt = notBefore.plus(HORIZON);
        List<Slot> found = new ArrayList<>();
        Instant from = Rounding.HALF_HOUR.up(notBefore, calendar);
        for (int step = 0; step < STEPS_MAX && found.size() < atMost; step++) {
            Optional<Roster.Slot> covered = roster.nextCovered(from, LENGTH, AFTER_SHIFT_START);
            if (covered.isEmpty() || covered.get().from().isAfter(horizonAt)) {
                break;
            }
            Roster.Slot candidate = covered.get();
            Instant rounded = Rounding.HALF_HOUR.up(candidate.from(), calendar);
            if (!rounded.equals(candidate.from())) {
                from = rounded;
                continue;
            }
            if (isInsideHours(candidate.from(), candidate.until())) {
                found.add(new Slot(candidate.person(), candidate.from(), candidate.until()));
            }
            from = Rounding.HALF_HOUR.up(candidate.from().plusMillis(1), calendar);
        }
        return found;
    }

    /** The slot at exactly this time, with the preferred expert if they are free, otherwise with any. */
    public Optional<Slot> at(Instant startsAt, Instant endsAt, String preferredExpertId) {
        boolean onMark = Rounding.HALF_HOUR.up(startsAt, calendar).equals(startsAt);
        if (!onMark || !isInsideHours(startsAt, endsAt)) {
            return Optional.empty();
        }
        return roster.shifts().stream()
                .filter(shift ->
                        !startsAt.isBefore(shift.from().plus(AFTER_SHIFT_START)) && !endsAt.isAfter(shift.until()))
                .map(Roster.Shift::person)
                .filter(person -> roster.isFree(person, startsAt, endsAt))
                .distinct()
                .min(Comparator.comparing((String person) -> !person.equals(preferredExpertId))
                        .thenComparing(Comparator.naturalOrder()))
                .map(person -> new Slot(person, startsAt, endsAt));
    }

    /** Whether this expert is on the roster and free for all of this time, however early in their shift. */
    public boolean covers(Slot slot) {
        return roster.isFree(slot.expertId(), slot.startsAt(), slot.endsAt());
    }

    private boolean isInsideHours(Instant startsAt, Instant endsAt) {
        return calendar.covers(startsAt)
                && calendar.between(startsAt, endsAt).equals(Duration.between(startsAt, endsAt));
    }
}
