package io.orderjourney.credit.roster.db;

import io.orderjourney.credit.roster.CheckIn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A row of {@code roster_check_in}. */
@Entity
@Table(name = "roster_check_in")
@IdClass(ExpertDay.class)
class CheckInRow {

    @Id
    @Column(name = "expert_id")
    String expertId;

    @Id
    @Column(name = "on_date")
    LocalDate date;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "checked_in_at")
    Instant checkedInAt;

    void write(CheckIn checkIn) {
        expertId = checkIn.expertId();
        date = checkIn.date();
        pickupPoint = checkIn.pickupPoint();
        checkedInAt = checkIn.checkedInAt();
    }

    CheckIn checkIn() {
        return new CheckIn(expertId, date, pickupPoint, checkedInAt);
    }
}
