package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.inbound.ArrivedLine;
import io.orderjourney.contracts.inbound.StockArrivalReported;
import io.orderjourney.contracts.inbound.SupplierEtaReported;
import io.orderjourney.operations.testing.DeadLetterClient;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ReportsOverKafkaTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void an_arrival_over_kafka_is_booked_in_once() {
        UUID purchase = ApiClient.purchase(sku, 2, in(2));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        StockArrivalReported report = new StockArrivalReported(
                "K-" + UUID.randomUUID(), Shop.PICKUP_POINT, purchase, List.of(new ArrivedLine(sku, 1)), shop.now());
        broker.report(EventTypes.STOCK_ARRIVAL_REPORTED, Shop.PICKUP_POINT, report);
        broker.report(EventTypes.STOCK_ARRIVAL_REPORTED, Shop.PICKUP_POINT, report);
        StockArrivalReported last = new StockArrivalReported(
                "K-" + UUID.randomUUID(), Shop.PICKUP_POINT, purchase, List.of(new ArrivedLine(sku, 1)), shop.now());
        broker.report(EventTypes.STOCK_ARRIVAL_REPORTED, Shop.PICKUP_POINT, last);
        shop.awaitFact(order, EventTypes.STOCK_ARRIVED, 1);

        Shop.await(() -> "false"
                .equals(ApiClient.WAREHOUSE
                        .get("/api/v1/purchase-orders/" + purchase)
                        .extract()
                        .path("open")
                        .toString()));
        ApiClient.WAREHOUSE.get("/api/v1/stock?sku=" + sku).body("items[0].onHand", equalTo(2));
    }

    @Test
    void a_report_that_cannot_be_read_stops_not_even_those_of_its_own_pickup_point() {
        broker.reportText(EventTypes.STOCK_ARRIVAL_REPORTED, Shop.PICKUP_POINT, "<html>Bad gateway</html>");
        broker.reportText(EventTypes.STOCK_ARRIVAL_REPORTED, Shop.PICKUP_POINT, """
                {"reference": "N-1", "pickupPoint": "KRK-02", "lines": [{"sku": "A", "quantity": 0}],
                 "arrivedAt": "2026-03-05T12:00:00Z"}
                """);
        broker.report(
                EventTypes.STOCK_ARRIVAL_REPORTED,
                Shop.PICKUP_POINT,
                new StockArrivalReported(
                        "K-" + UUID.randomUUID(),
                        Shop.PICKUP_POINT,
                        null,
                        List.of(new ArrivedLine(sku, 7)),
                        shop.now()));

        Shop.await(() -> ApiClient.WAREHOUSE
                .get("/api/v1/stock?sku=" + sku)
                .extract()
                .jsonPath()
                .getList("items.onHand")
                .equals(List.of(7)));
        Shop.await(() -> ApiClient.OPERATOR
                        .get("/api/v1/dead-letters?limit=200")
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .size()
                >= 2);
    }

    @Test
    void an_earlier_eta_over_kafka_becomes_the_estimate() {
        UUID purchase = ApiClient.purchase(sku, 1, in(5));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        reportEta(purchase, in(3));
        shop.awaitFact(order, EventTypes.STOCK_ETA_CHANGED, 1);

        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().reason()).isEqualTo(ReasonCode.PARTNER_ESTIMATE);
    }

    @Test
    void an_implausible_eta_blocks_neither_its_correction_nor_the_orders() {
        UUID purchase = ApiClient.purchase(sku, 1, in(5));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);

        reportEta(purchase, Instant.parse("9999-12-31T00:00:00Z"));
        reportEta(purchase, in(370));
        reportEta(purchase, in(3));

        shop.awaitFact(order, EventTypes.STOCK_ETA_CHANGED, 1);
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(3));
    }

    @Test
    void a_supplier_moves_its_own_purchase_orders_only_and_a_stranger_none() throws IOException {
        UUID purchase = ApiClient.purchase(sku, 1, in(5));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        SupplierEtaReported earlier = new SupplierEtaReported(purchase, in(2), null, shop.now());

        String key = purchase.toString();
        String others = broker.reportFrom("/partners/accessories", EventTypes.SUPPLIER_ETA_REPORTED, key, earlier);
        String strangers = broker.reportFrom("/partners/stranger", EventTypes.SUPPLIER_ETA_REPORTED, key, earlier);
        String warehouses = broker.reportFrom("/warehouse", EventTypes.SUPPLIER_ETA_REPORTED, key, earlier);
        reportEta(purchase, in(3));

        shop.awaitFact(order, EventTypes.STOCK_ETA_CHANGED, 1);
        assertThat(shop.promise(order, STOCK_ARRIVAL).estimate().expectedAt()).isEqualTo(in(3));
        assertThat(new DeadLetterClient(base, "operator-token-0123456789").reasonByPlace())
                .containsEntry(others, "processing-failed")
                .containsEntry(strangers, "not-authorised")
                .containsEntry(warehouses, "not-authorised");
    }

    private void reportEta(UUID purchase, Instant etaAt) {
        broker.report(
                EventTypes.SUPPLIER_ETA_REPORTED,
                purchase.toString(),
                new SupplierEtaReported(purchase, etaAt, null, shop.now()));
    }

    private Instant in(int days) {
        return shop.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(11));
    }
}
