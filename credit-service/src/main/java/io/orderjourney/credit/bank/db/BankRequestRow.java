package io.orderjourney.credit.bank.db;

import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.bank.BankRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code bank_request}. */
@Entity
@Table(name = "bank_request")
@IdClass(BankRequest.Key.class)
class BankRequestRow {

    @Id
    @Column(name = "application_id")
    UUID applicationId;

    @Id
    @Enumerated(EnumType.STRING)
    BankRequestKind kind;

    @Column(name = "journey_id")
    UUID journeyId;

    @Column(name = "created_at")
    Instant createdAt;

    @Nullable
    @Column(name = "called_at")
    Instant calledAt;

    int attempts;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Nullable
    @Column(name = "last_failure")
    String lastFailure;

    @Nullable
    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Nullable
    @Column(name = "rejected_at")
    Instant rejectedAt;

    static BankRequestRow of(BankRequest request) {
        BankRequestRow row = new BankRequestRow();
        row.applicationId = request.applicationId();
        row.kind = request.kind();
        row.journeyId = request.journeyId();
        row.createdAt = request.createdAt();
        row.calledAt = request.calledAt();
        row.attempts = request.attempts();
        row.nextAttemptAt = request.nextAttemptAt();
        row.lastFailure = request.lastFailure();
        row.acknowledgedAt = request.acknowledgedAt();
        row.rejectedAt = request.rejectedAt();
        return row;
    }

    BankRequest request() {
        return new BankRequest(
                applicationId,
                kind,
                journeyId,
                createdAt,
                calledAt,
                attempts,
                nextAttemptAt,
                lastFailure,
                acknowledgedAt,
                rejectedAt);
    }
}
