package io.orderjourney.fulfillment.delivery.db;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code parcel}. */
@Entity
@Table(name = "parcel")
class ParcelRow {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "customer_id")
    UUID customerId;

    String language;

    @Column(name = "dispatch_point")
    String dispatchPoint;

    @Column(name = "placed_at")
    Instant placedAt;

    @Enumerated(EnumType.STRING)
    ParcelStage stage;

    @Column(name = "stage_at")
    Instant stageAt;

    int attempts;

    @Nullable
    @Column(name = "eta_at")
    Instant etaAt;

    @Nullable
    @Column(name = "reported_at")
    Instant reportedAt;

    @Nullable
    @Column(name = "journey_end")
    @Enumerated(EnumType.STRING)
    JourneyEnd end;

    long version;

    Parcel parcel() {
        return new Parcel(
                orderId,
                orderNumber,
                customerId,
                language,
                dispatchPoint,
                placedAt,
                stage,
                stageAt,
                attempts,
                etaAt,
                reportedAt,
                end,
                version);
    }

    void write(Parcel parcel) {
        orderId = parcel.orderId();
        orderNumber = parcel.orderNumber();
        customerId = parcel.customerId();
        language = parcel.language();
        dispatchPoint = parcel.dispatchPoint();
        placedAt = parcel.placedAt();
        stage = parcel.stage();
        stageAt = parcel.stageAt();
        attempts = parcel.attempts();
        etaAt = parcel.etaAt();
        reportedAt = parcel.reportedAt();
        end = parcel.end();
        version = parcel.version();
    }
}
