package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.ReservedLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code reservation_line}. */
@Entity
@Table(name = "reservation_line")
@IdClass(ReservationLineRow.Key.class)
class ReservationLineRow {

    /** The primary key. */
    record Key(UUID orderId, String sku) implements Serializable {}

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    String sku;

    @Column(name = "pickup_point")
    String pickupPoint;

    long place;
    String name;
    int quantity;

    @Column(name = "on_shelf")
    int onShelf;

    @Nullable
    @Column(name = "price_minor")
    Long priceMinor;

    @Column(name = "handed_over")
    boolean handedOver;

    boolean released;

    static ReservationLineRow of(Reservation reservation, ReservedLine line) {
        ReservationLineRow row = new ReservationLineRow();
        row.orderId = reservation.orderId();
        row.sku = line.sku();
        row.pickupPoint = reservation.pickupPoint();
        row.place = reservation.place();
        row.name = line.name();
        row.quantity = line.quantity();
        row.priceMinor = line.priceMinor();
        row.onShelf = line.onShelf();
        row.handedOver = line.handedOver();
        return row;
    }
}
