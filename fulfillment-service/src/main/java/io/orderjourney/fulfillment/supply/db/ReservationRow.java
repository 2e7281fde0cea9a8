package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Supply;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code reservation}. */
@Entity
@Table(name = "reservation")
class ReservationRow {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "pickup_point")
    String pickupPoint;

    long place;

    @Column(name = "reserved_at")
    Instant reservedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "supply_state")
    Supply.@Nullable State supplyState;

    @Nullable
    @Column(name = "expected_at")
    Instant expectedAt;

    static ReservationRow of(Reservation reservation) {
        ReservationRow row = new ReservationRow();
        row.orderId = reservation.orderId();
        row.pickupPoint = reservation.pickupPoint();
        row.place = reservation.place();
        row.reservedAt = reservation.reservedAt();
        return row;
    }
}
