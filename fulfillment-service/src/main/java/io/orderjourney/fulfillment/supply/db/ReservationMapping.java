package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.Claim;
import java.util.List;
import java.util.UUID;

/** Rows and rule. */
final class ReservationMapping {

    /** The columns that {@link #waitingLine} reads. */
    static final String SELECT_LINES =
            "select l.orderId, l.place, l.sku, l.name, l.quantity, l.onShelf from ReservationLineRow l";

    private ReservationMapping() {}

    static ReservationRow row(Reservation reservation) {
        ReservationRow row = new ReservationRow();
        row.orderId = reservation.orderId();
        row.pickupPoint = reservation.pickupPoint();
        row.place = reservation.place();
        row.reservedAt = reservation.reservedAt();
        return row;
    }

    static ReservationLineRow row(Reservation reservation, ReservedLine line) {
        ReservationLineRow row = new ReservationLineRow();
        row.orderId = reservation.orderId();
        row.sku = line.sku();
        row.pickupPoint = reservation.pickupPoint();
        row.place = reservation.place();
        row.name = line.name();
        row.quantity = line.quantity();
        row.onShelf = line.onShelf();
        return row;
    }

    static Reservations.WaitingLine waitingLine(Object[] row, List<Claim> claims) {
        ReservedLine line =
                new ReservedLine((String) row[2], (String) row[3], (Integer) row[4], (Integer) row[5], claims);
        return new Reservations.WaitingLine((UUID) row[0], (Long) row[1], line);
    }
}
