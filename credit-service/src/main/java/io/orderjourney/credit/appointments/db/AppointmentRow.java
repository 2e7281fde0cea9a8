package io.orderjourney.credit.appointments.db;

import io.orderjourney.credit.appointments.Appointment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code appointment}; closed ones stay for the record. */
@Entity
@Table(name = "appointment")
class AppointmentRow {

    @Id
    UUID id;

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "journey_id")
    UUID journeyId;

    @Column(name = "promise_id")
    UUID promiseId;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "expert_id")
    String expertId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    int revision;

    @Nullable
    String outcome;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    void write(Appointment appointment) {
        id = appointment.id();
        applicationId = appointment.applicationId();
        journeyId = appointment.journeyId();
        promiseId = appointment.promiseId();
        pickupPoint = appointment.pickupPoint();
        expertId = appointment.expertId();
        startsAt = appointment.startsAt();
        endsAt = appointment.endsAt();
        revision = appointment.revision();
    }

    Appointment appointment() {
        return new Appointment(
                id, applicationId, journeyId, promiseId, pickupPoint, expertId, startsAt, endsAt, revision);
    }
}
