package io.orderjourney.credit.roster.db;

import io.orderjourney.credit.roster.Absence;
import io.orderjourney.credit.roster.Attendance;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The roster in its tables. */
@ApplicationScoped
class PanacheRosterEntries implements RosterEntries {

    /** No shop's zone is farther than this from UTC: check-ins of these days are enough for any zone. */
    private static final Duration ZONE_MAX = Duration.ofDays(1);

    private final Shifts shifts;
    private final Absences absences;
    private final CheckIns checkIns;
    private final EntityManager entities;

    PanacheRosterEntries(Shifts shifts, Absences absences, CheckIns checkIns, EntityManager entities) {
        this.shifts = shifts;
        this.absences = absences;
        this.checkIns = checkIns;
        this.entities = entities;
    }

    @ApplicationScoped
    static class Shifts implements PanacheRepositoryBase<ShiftRow, ExpertDay> {}

    @ApplicationScoped
    static class Absences implements PanacheRepositoryBase<AbsenceRow, UUID> {}

    @ApplicationScoped
    static class CheckIns implements PanacheRepositoryBase<CheckInRow, ExpertDay> {}

    @Override
    public void lock(String pickupPoint) {
        entities.createNativeQuery("insert into roster_lock (pickup_point) values (?1) on conflict do nothing")
                .setParameter(1, pickupPoint)
                .executeUpdate();
        entities.createNativeQuery("select pickup_point from roster_lock where pickup_point = ?1 for update")
                .setParameter(1, pickupPoint)
                .getSingleResult();
    }

    @Override
    public Optional<Shift> shift(String expertId, LocalDate date) {
        return shifts.findByIdOptional(new ExpertDay(expertId, date)).map(ShiftRow::shift);
    }

    @Override
    public List<Shift> shifts(String pickupPoint, Instant from, Instant until) {
        return shifts
                .list("pickupPoint = ?1 and until > ?2 and from < ?3 order by from, expertId", pickupPoint, from, until)
                .stream()
                .map(ShiftRow::shift)
                .toList();
    }

    @Override
    public List<Shift> shiftsOf(String expertId, Instant from, Instant until) {
        return shifts.list("expertId = ?1 and until > ?2 and from < ?3 order by from", expertId, from, until).stream()
                .map(ShiftRow::shift)
                .toList();
    }

    @Override
    public void put(Shift shift) {
        ShiftRow row = shifts.findById(new ExpertDay(shift.expertId(), shift.date()));
        if (row == null) {
            ShiftRow fresh = new ShiftRow();
            fresh.write(shift);
            shifts.persist(fresh);
        } else {
            row.write(shift);
        }
    }

    @Override
    public void remove(Shift shift) {
        shifts.deleteById(new ExpertDay(shift.expertId(), shift.date()));
    }

    @Override
    public List<Absence> absences(List<String> expertIds, Instant from, Instant until) {
        if (expertIds.isEmpty()) {
            return List.of();
        }
        return absences
                .list("expertId in ?1 and until > ?2 and from < ?3 order by from, id", expertIds, from, until)
                .stream()
                .map(AbsenceRow::absence)
                .toList();
    }

    @Override
    public void add(Absence absence) {
        absences.persist(AbsenceRow.of(absence));
    }

    @Override
    public void endAbsences(String expertId, Instant at) {
        for (AbsenceRow running : absences.list("expertId = ?1 and from <= ?2 and until > ?2", expertId, at)) {
            if (running.from.isBefore(at)) {
                running.until = at;
            } else {
                absences.delete(running);
            }
        }
    }

    @Override
    public List<CheckIn> checkIns(String pickupPoint, LocalDate from, LocalDate until) {
        return checkIns.list("pickupPoint = ?1 and date between ?2 and ?3", pickupPoint, from, until).stream()
                .map(CheckInRow::checkIn)
                .toList();
    }

    @Override
    public void put(CheckIn checkIn) {
        CheckInRow row = checkIns.findById(new ExpertDay(checkIn.expertId(), checkIn.date()));
        if (row == null) {
            CheckInRow fresh = new CheckInRow();
            fresh.write(checkIn);
            checkIns.persist(fresh);
        } else {
            row.write(checkIn);
        }
    }

    @Override
    public Attendance attendance(String pickupPoint, Instant from, Instant until) {
        List<Shift> planned = shifts(pickupPoint, from, until);
        List<String> experts = planned.stream().map(Shift::expertId).distinct().toList();
        return new Attendance(
                planned,
                absences(experts, from, until),
                checkIns(pickupPoint, date(from.minus(ZONE_MAX)), date(until.plus(ZONE_MAX))));
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
