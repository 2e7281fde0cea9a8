package io.orderjourney.fulfillment.stockalerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockAlertPolicyTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-12-04T12:00:00Z");

    @Test
    void it_is_there_when_a_piece_is_left_after_all_orders_that_wait() {
        assertThat(StockAlertPolicy.isThere(level(0, 0))).isFalse();
        assertThat(StockAlertPolicy.isThere(level(2, 2))).isFalse();
        assertThat(StockAlertPolicy.isThere(level(3, 2))).isTrue();
    }

    @Test
    void it_is_expected_with_the_first_delivery_that_leaves_a_piece() {
        List<Incoming> incoming = List.of(coming(FRIDAY, 3), coming(MONDAY, 2));

        assertThat(StockAlertPolicy.expectedAt(level(0, 1), incoming)).contains(MONDAY);
        assertThat(StockAlertPolicy.expectedAt(level(0, 2), incoming)).contains(FRIDAY);
        assertThat(StockAlertPolicy.expectedAt(level(0, 5), incoming)).isEmpty();
        assertThat(StockAlertPolicy.expectedAt(level(0, 0), List.of())).isEmpty();
    }

    private static StockLevel level(int free, int waiting) {
        return new StockLevel(new StockLevel.Key("WAW-01", "NOVA-X5"), free, 0, waiting, 1);
    }

    private static Incoming coming(Instant etaAt, int pieces) {
        return new Incoming(UUID.randomUUID(), "mobile-import", etaAt, pieces);
    }
}
