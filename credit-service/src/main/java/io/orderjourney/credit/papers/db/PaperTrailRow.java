package io.orderjourney.credit.papers.db;

import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.credit.papers.PaperTrail;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code paper_trail}. */
@Entity
@Table(name = "paper_trail")
class PaperTrailRow {

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Nullable
    @Enumerated(EnumType.STRING)
    PapersStatus status;

    @Nullable
    @Column(name = "expected_at")
    Instant expectedAt;

    @Nullable
    @Column(name = "announced_at")
    Instant announcedAt;

    @Nullable
    @Column(name = "search_started_at")
    Instant searchStartedAt;

    @Nullable
    @Column(name = "last_seen")
    String lastSeen;

    @Nullable
    @Column(name = "checked_in_at")
    Instant checkedInAt;

    void write(PaperTrail trail) {
        applicationId = trail.applicationId();
        status = trail.status();
        expectedAt = trail.expectedAt();
        announcedAt = trail.announcedAt();
        searchStartedAt = trail.searchStartedAt();
        lastSeen = trail.lastSeen();
        checkedInAt = trail.checkedInAt();
    }

    PaperTrail trail() {
        return new PaperTrail(applicationId, status, expectedAt, announcedAt, searchStartedAt, lastSeen, checkedInAt);
    }
}
