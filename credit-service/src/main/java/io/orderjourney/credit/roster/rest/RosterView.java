package io.orderjourney.credit.roster.rest;

import io.orderjourney.credit.roster.Absence;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The roster of one pickup point; times carry the offset of the shop's zone. */
public record RosterView(
        String pickupPoint, List<ShiftView> shifts, List<AbsenceView> absences, List<CheckInView> checkIns) {

    /**
     * A shift.
     *
     * @param present the expert is there now
     */
    public record ShiftView(
            String expertId,
            LocalDate date,
            String pickupPoint,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            boolean present) {

        static ShiftView of(Shift shift, boolean present, ZoneId zone) {
            return new ShiftView(
                    shift.expertId(),
                    shift.date(),
                    shift.pickupPoint(),
                    local(shift.from(), zone),
                    local(shift.until(), zone),
                    present);
        }
    }

    /** An absence. */
    public record AbsenceView(UUID id, String expertId, OffsetDateTime startsAt, OffsetDateTime endsAt, String reason) {

        static AbsenceView of(Absence absence, ZoneId zone) {
            return new AbsenceView(
                    absence.id(),
                    absence.expertId(),
                    local(absence.from(), zone),
                    local(absence.until(), zone),
                    absence.reason());
        }
    }

    /** A check-in. */
    public record CheckInView(String expertId, LocalDate date, String pickupPoint, OffsetDateTime checkedInAt) {

        static CheckInView of(CheckIn checkIn, ZoneId zone) {
            return new CheckInView(
                    checkIn.expertId(), checkIn.date(), checkIn.pickupPoint(), local(checkIn.checkedInAt(), zone));
        }
    }

    static RosterView of(
            String pickupPoint,
            RosterEntries entries,
            Instant begin,
            Instant end,
            LocalDate first,
            LocalDate last,
            Instant now,
            ZoneId zone) {
        Attendance attendance = entries.attendance(pickupPoint, begin, end);
        List<Shift> shifts = entries.shifts(pickupPoint, begin, end);
        List<String> experts = shifts.stream().map(Shift::expertId).distinct().toList();
        return new RosterView(
                pickupPoint,
                shifts.stream()
                        .map(shift -> ShiftView.of(shift, isThere(shift, attendance, now, zone), zone))
                        .toList(),
                entries.absences(experts, begin, end).stream()
                        .map(absence -> AbsenceView.of(absence, zone))
                        .toList(),
                entries.checkIns(pickupPoint, first, last).stream()
                        .map(checkIn -> CheckInView.of(checkIn, zone))
                        .toList());
    }

    private static boolean isThere(Shift shift, Attendance attendance, Instant now, ZoneId zone) {
        return shift.date().equals(now.atZone(zone).toLocalDate()) && attendance.isPresent(shift.expertId(), now);
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
