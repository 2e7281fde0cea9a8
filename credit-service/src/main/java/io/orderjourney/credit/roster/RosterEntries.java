package io.orderjourney.credit.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shifts, absences and check-ins of all experts. */
public interface RosterEntries {

    /**
     * Nobody else books or changes the roster of this pickup point until this transaction ends, so that no hour is booked twice,
     * and none that an absence has just taken.
     */
    void lock(String pickupPoint);

    Optional<Shift> shift(String expertId, LocalDate date);

    /** Shifts that overlap this time, by their beginning. */
    List<Shift> shifts(String pickupPoint, Instant from, Instant until);

    /** Shifts of one expert, at any pickup point, that overlap this time. */
    List<Shift> shiftsOf(String expertId, Instant from, Instant until);

    /** Takes the place of the expert's shift on that day, if there was one. */
    void put(Shift shift);

    void remove(Shift shift);

    /** Absences of these experts that overlap this time. */
    List<Absence> absences(List<String> expertIds, Instant from, Instant until);

    void add(Absence absence);

    /** The expert is back: absences that run at this time end now. */
    void endAbsences(String expertId, Instant at);

    /** Check-ins at a pickup point on these days, both included. */
    List<CheckIn> checkIns(String pickupPoint, LocalDate from, LocalDate until);

    /** Takes the place of the expert's check-in of that day, if there was one. */
    void put(CheckIn checkIn);

    /** What is known of a pickup point for this time. */
    Attendance attendance(String pickupPoint, Instant from, Instant until);
}
