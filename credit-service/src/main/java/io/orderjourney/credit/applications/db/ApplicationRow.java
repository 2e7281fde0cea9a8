package io.orderjourney.credit.applications.db;

import io.orderjourney.contracts.JourneyEnd;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code application}. */
@Entity
@Table(name = "application")
class ApplicationRow {

    @Id
    UUID id;

    @Column(name = "journey_id")
    UUID journeyId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Column(name = "pickup_point")
    String pickupPoint;

    @Column(name = "amount_minor")
    long amountMinor;

    String currency;

    @Nullable
    @Column(name = "asked_minor")
    Long askedMinor;

    String state;

    @Column(name = "opened_at")
    Instant openedAt;

    @Nullable
    @Column(name = "submitted_at")
    Instant submittedAt;

    @Nullable
    @Column(name = "bank_reference")
    String bankReference;

    @Nullable
    String decision;

    @Nullable
    @Column(name = "approved_amount_minor")
    Long approvedAmountMinor;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable
    @Column(name = "signed_by")
    String signedBy;

    @Nullable
    @Column(name = "signed_at")
    Instant signedAt;

    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "journey_end")
    JourneyEnd journeyEnd;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Version
    long version;
}
