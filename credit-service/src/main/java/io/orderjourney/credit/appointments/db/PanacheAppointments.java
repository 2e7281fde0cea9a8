package io.orderjourney.credit.appointments.db;

import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appointments in the table of that name. */
@ApplicationScoped
class PanacheAppointments implements Appointments, PanacheRepositoryBase<AppointmentRow, UUID> {

    @Override
    public Optional<Appointment> ofJourney(UUID journeyId) {
        return find("journeyId = ?1 and closedAt is null", journeyId)
                .firstResultOptional()
                .map(AppointmentRow::appointment);
    }

    @Override
    public Optional<Appointment> ofPromise(UUID promiseId) {
        return find("promiseId = ?1 and closedAt is null", promiseId)
                .firstResultOptional()
                .map(AppointmentRow::appointment);
    }

    @Override
    public List<Appointment> at(String pickupPoint, Instant endingAfter) {
        return list("pickupPoint = ?1 and endsAt > ?2 and closedAt is null order by startsAt", pickupPoint, endingAfter)
                .stream()
                .map(AppointmentRow::appointment)
                .toList();
    }

    @Override
    public List<Appointment> of(Collection<String> expertIds, Instant endingAfter) {
        return list("expertId in ?1 and endsAt > ?2 and closedAt is null order by startsAt", expertIds, endingAfter)
                .stream()
                .map(AppointmentRow::appointment)
                .toList();
    }

    @Override
    public void add(Appointment appointment) {
        AppointmentRow row = new AppointmentRow();
        row.write(appointment);
        persist(row);
    }

    @Override
    public void change(Appointment appointment) {
        row(appointment).write(appointment);
    }

    @Override
    public void close(Appointment appointment, Outcome outcome, Instant at) {
        AppointmentRow row = row(appointment);
        row.outcome = outcome.name();
        row.closedAt = at;
    }

    private AppointmentRow row(Appointment appointment) {
        return findByIdOptional(appointment.id()).orElseThrow();
    }
}
