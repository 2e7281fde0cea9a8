package io.orderjourney.credit.roster.db;

import io.orderjourney.credit.roster.Absence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code roster_absence}. */
@Entity
@Table(name = "roster_absence")
class AbsenceRow {

    @Id
    UUID id;

    @Column(name = "expert_id")
    String expertId;

    @Column(name = "from_at")
    Instant from;

    @Column(name = "until_at")
    Instant until;

    String reason;

    static AbsenceRow of(Absence absence) {
        AbsenceRow row = new AbsenceRow();
        row.id = absence.id();
        row.expertId = absence.expertId();
        row.from = absence.from();
        row.until = absence.until();
        row.reason = absence.reason();
        return row;
    }

    Absence absence() {
        return new Absence(id, expertId, from, until, reason);
    }
}
