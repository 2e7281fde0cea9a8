package io.orderjourney.fulfillment.supply.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations.WaitingLine;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationRowTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void a_line_survives_its_row() {
        ReservedLine line = new ReservedLine(
                "PHONE",
                "Phone X1",
                3,
                749_700L,
                1,
                false,
                List.of(new Claim(UUID.randomUUID(), "mobile-import", NOON, 2)));
        Reservation reservation = new Reservation(UUID.randomUUID(), "WAW-01", 42, NOON, List.of(line));

        ReservationLineRow row = ReservationLineRow.of(reservation, line);
        Object[] columns = {
            row.orderId, row.place, row.sku, row.name, row.quantity, row.priceMinor, row.onShelf, row.handedOver
        };

        assertThat(PanacheReservations.waitingLine(columns, line.claims()))
                .isEqualTo(new WaitingLine(reservation.orderId(), 42, line));
        assertThat(row.pickupPoint).isEqualTo("WAW-01");
        assertThat(ReservationRow.of(reservation)).satisfies(header -> {
            assertThat(header.orderId).isEqualTo(reservation.orderId());
            assertThat(header.place).isEqualTo(42);
            assertThat(header.reservedAt).isEqualTo(NOON);
            assertThat(header.supplyState).as("nothing was recorded yet").isNull();
        });
    }
}
