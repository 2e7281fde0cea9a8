package io.orderjourney.fulfillment.receiving.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.StockArrival;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingRowsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private final PurchaseOrder order = new PurchaseOrder(
            UUID.randomUUID(),
            "mobile-import",
            "WAW-01",
            NOON.plusSeconds(30),
            NOON.plusSeconds(60),
            "truck broke down",
            NOON,
            List.of(new PurchaseOrder.Line("COVER", 2, 1, 0), new PurchaseOrder.Line("PHONE", 3, 0, 1)),
            "one is out of stock",
            4);

    @Test
    void a_purchase_order_survives_its_rows() {
        assertThat(PurchaseOrderRow.of(order).order()).isEqualTo(order);
    }

    @Test
    void what_changes_of_an_order_is_written_into_its_rows() {
        PurchaseOrderRow row = PurchaseOrderRow.of(order);
        PurchaseOrder changed = order.expectedAt(NOON.plusSeconds(90), null).arrived(Map.of("PHONE", 2));

        row.write(changed);

        assertThat(row.order()).isEqualTo(changed);
    }

    @Test
    void an_arrival_survives_its_row() {
        StockArrival arrival = new StockArrival(
                "WZ-1", "WAW-01", order.id(), Map.of("PHONE", 2), NOON, NOON.plusSeconds(5), "supplier");

        assertThat(StockArrivalRow.of(arrival).arrival()).isEqualTo(arrival);
    }
}
