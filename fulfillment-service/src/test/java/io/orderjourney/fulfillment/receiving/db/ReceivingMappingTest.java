package io.orderjourney.fulfillment.receiving.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrderLine;
import io.orderjourney.fulfillment.receiving.StockArrival;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivingMappingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private final PurchaseOrder order = new PurchaseOrder(
            UUID.randomUUID(),
            "mobile-import",
            "WAW-01",
            NOON.plusSeconds(60),
            "truck broke down",
            NOON,
            List.of(new PurchaseOrderLine("COVER", 2, 1), new PurchaseOrderLine("PHONE", 3, 0)),
            4);

    @Test
    void an_order_is_the_same_after_rows_held_it() {
        assertThat(PurchaseOrderMapping.order(PurchaseOrderMapping.row(order))).isEqualTo(order);
    }

    @Test
    void what_changes_of_an_order_is_written_into_its_rows() {
        PurchaseOrderRow row = PurchaseOrderMapping.row(order);
        PurchaseOrder changed = order.expectedAt(NOON.plusSeconds(90), null).arrived(Map.of("PHONE", 2));

        PurchaseOrderMapping.write(changed, row);

        assertThat(PurchaseOrderMapping.order(row)).isEqualTo(changed);
    }

    @Test
    void an_arrival_is_the_same_after_rows_held_it() {
        StockArrival arrival = new StockArrival(
                "WZ-1", "WAW-01", order.id(), Map.of("PHONE", 2), NOON, NOON.plusSeconds(5), "supplier");

        assertThat(StockArrivalMapping.arrival(StockArrivalMapping.row(arrival)))
                .isEqualTo(arrival);
    }
}
