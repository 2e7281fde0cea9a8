package io.orderjourney.credit.roster;

import io.orderjourney.time.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The roster of one pickup point, and who of it is known to have come. */
public final class Attendance {

    /** A shift that began this long ago without a check-in counts as nobody's: no customer is sent to an empty desk. */
    public static final Duration LATE_AFTER = Duration.ofMinutes(15);

    private final List<Shift> shifts;
    private final List<Absence> absences;
    private final List<CheckIn> checkIns;

    /** @param shifts of one pickup point; absences and check-ins of anybody else do no harm */
    public Attendance(List<Shift> shifts, List<Absence> absences, List<CheckIn> checkIns) {
        this.shifts = List.copyOf(shifts);
        this.absences = List.copyOf(absences);
        this.checkIns = List.copyOf(checkIns);
    }

    /** Who should be there: the shifts without the absences. */
    public Roster planned() {
        return roster(shifts);
    }

    /** Who is expected at {@code now}: as planned, without shifts that began and whose expert did not come. */
    public Roster dependable(Instant now) {
        return roster(shifts.stream()
                .filter(shift -> now.isBefore(shift.from().plus(LATE_AFTER)) || hasCome(shift, now))
                .toList());
    }

    /** Whether this expert is there now: today's shift is theirs, they checked in, and no absence has begun since. */
    public boolean isPresent(String expertId, Instant now) {
        return shifts.stream()
                .filter(shift -> shift.expertId().equals(expertId))
                .anyMatch(shift -> checkInFor(shift).isPresent() && hasCome(shift, now) && !isOver(shift, now));
    }

    /** Whether this expert had checked in by then, at whatever shift of that day. */
    public boolean wasThereAt(String expertId, Instant at) {
        return checkIns.stream()
                .anyMatch(seen ->
                        seen.expertId().equals(expertId) && !seen.checkedInAt().isAfter(at));
    }

    /** Whether the expert has a shift that contains all of this time, and is there for it now. */
    public boolean isConfirmed(String expertId, Instant startsAt, Instant endsAt, Instant now) {
        Roster planned = planned();
        return planned.covers(expertId, startsAt, endsAt)
                && shifts.stream()
                        .filter(shift -> shift.expertId().equals(expertId))
                        .filter(shift -> !startsAt.isBefore(shift.from()) && !endsAt.isAfter(shift.until()))
                        .anyMatch(shift -> hasCome(shift, now));
    }

    private boolean hasCome(Shift shift, Instant now) {
        return checkInFor(shift)
                .filter(seen -> absences.stream()
                        .noneMatch(absence -> absence.expertId().equals(shift.expertId())
                                && absence.until().isAfter(seen.checkedInAt())
                                && !absence.from().isAfter(now)))
                .isPresent();
    }

    private Optional<CheckIn> checkInFor(Shift shift) {
        return checkIns.stream()
                .filter(seen -> seen.expertId().equals(shift.expertId())
                        && seen.date().equals(shift.date())
                        && seen.pickupPoint().equals(shift.pickupPoint()))
                .findFirst();
    }

    /** A signature may last longer than the shift, but none begins the next day with yesterday's check-in. */
    private static boolean isOver(Shift shift, Instant now) {
        return now.isAfter(shift.until().plus(Duration.ofHours(4)));
    }

    private Roster roster(List<Shift> counted) {
        Roster roster = new Roster(counted.stream()
                .map(shift -> new Roster.Shift(shift.expertId(), shift.from(), shift.until()))
                .toList());
        for (Absence absence : absences) {
            roster = roster.without(absence.expertId(), absence.from(), absence.until());
        }
        return roster;
    }
}
