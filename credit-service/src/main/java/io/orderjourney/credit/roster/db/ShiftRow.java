package io.orderjourney.credit.roster.db;

import io.orderjourney.credit.roster.Shift;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code roster_shift}. */
@Entity
@Table(name = "roster_shift")
@IdClass(ExpertDay.class)
class ShiftRow {

    @Id
    @Column(name = "expert_id")
    String expertId;

    @Id
    @Column(name = "on_date")
    LocalDate date;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "from_at")
    Instant from;

    @Column(name = "until_at")
    Instant until;

    void write(Shift shift) {
        expertId = shift.expertId();
        date = shift.date();
        pickupPoint = shift.pickupPoint();
        from = shift.from();
        until = shift.until();
    }

    Shift shift() {
        return new Shift(expertId, date, pickupPoint, from, until);
    }
}
