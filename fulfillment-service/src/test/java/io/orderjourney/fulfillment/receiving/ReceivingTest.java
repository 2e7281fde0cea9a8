package io.orderjourney.fulfillment.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T11:00:00Z");

    private final PurchaseOrder order = new PurchaseOrder(
            new UUID(2, 1),
            "mobile-import",
            "WAW-01",
            NOW.plusSeconds(3600),
            NOW.plusSeconds(3600),
            null,
            NOW,
            List.of(PurchaseOrder.Line.ordered("PHONE-X1", 3), PurchaseOrder.Line.ordered("CASE", 1)),
            null,
            1);

    @Test
    void an_order_is_open_until_the_last_piece_came() {
        PurchaseOrder partly = order.arrived(Map.of("PHONE-X1", 3));

        assertThat(partly.isOpen()).isTrue();
        assertThat(partly.missing("PHONE-X1")).isZero();
        assertThat(partly.arrived(Map.of("CASE", 1)).isOpen()).isFalse();
    }

    @Test
    void too_many_pieces_leave_nothing_to_come() {
        assertThat(order.arrived(Map.of("PHONE-X1", 5)).missing("PHONE-X1")).isZero();
    }

    @Test
    void the_eta_of_a_fully_arrived_order_cannot_change() {
        PurchaseOrder arrived = order.arrived(Map.of("PHONE-X1", 3, "CASE", 1));

        assertThatExceptionOfType(PurchaseOrder.FullyArrived.class).isThrownBy(() -> arrived.expectedAt(NOW, null));
    }

    @Test
    void goods_for_another_pickup_point_are_not_counted_in() {
        StockArrival elsewhere =
                new StockArrival("WZ-1", "KRK-02", order.id(), Map.of("PHONE-X1", 1), NOW, NOW, "supplier");

        assertThatExceptionOfType(PurchaseOrder.WrongPickupPoint.class).isThrownBy(() -> elsewhere.countedInto(order));
    }

    @Test
    void goods_do_not_arrive_after_they_were_booked_in() {
        StockArrival early =
                new StockArrival("WZ-1", "WAW-01", null, Map.of("PHONE-X1", 1), NOW.plusMillis(1), NOW, "supplier");

        assertThat(early.arrivedAt()).isEqualTo(NOW);
    }

    @Test
    void an_eta_a_millisecond_beyond_either_limit_is_implausible() {
        Instant earliest = NOW.minus(EtaPolicy.BEHIND_MAX);
        Instant latest = NOW.plus(EtaPolicy.AHEAD_MAX);

        assertThatCode(() -> EtaPolicy.plausible(earliest, NOW)).doesNotThrowAnyException();
        assertThatCode(() -> EtaPolicy.plausible(latest, NOW)).doesNotThrowAnyException();
        assertThatExceptionOfType(EtaPolicy.Implausible.class)
                .isThrownBy(() -> EtaPolicy.plausible(earliest.minusMillis(1), NOW));
        assertThatExceptionOfType(EtaPolicy.Implausible.class)
                .isThrownBy(() -> EtaPolicy.plausible(latest.plusMillis(1), NOW));
    }
}
