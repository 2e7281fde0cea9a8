package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.BACK_IN_STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.promises.Promise;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks "when will it be there again?" is promised a day, and hears when it is there, or before the day changes. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class StockAlertTest {

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    EntityManager rows;

    private String sku = "";
    private Instant begun = Instant.EPOCH;

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
        begun = shop.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private UUID asks() {
        UUID journey = UUID.randomUUID();
        broker.publish(
                EventTypes.INQUIRY_RECEIVED,
                journey,
                new InquiryReceived(
                        "Q-" + journey.toString().substring(0, 8),
                        UUID.randomUUID(),
                        "pl",
                        "STOCK",
                        InquiryChannel.WEB_FORM,
                        null,
                        shop.now(),
                        new WantedGoods(sku, "Phone", Shop.PICKUP_POINT)));
        shop.awaitFact(journey, EventTypes.PROMISE_MADE, 1);
        return journey;
    }

    private Promise promised(UUID journey) {
        return shop.promise(journey, BACK_IN_STOCK);
    }

    private Instant in(int days) {
        return begun.plus(Duration.ofDays(days));
    }

    @Test
    void orders_come_first_and_then_everybody_hears_that_it_is_there() {
        UUID purchase = ApiClient.purchase(sku, 3, in(3));
        shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID first = asks();
        UUID second = asks();
        assertThat(promised(first).told()).startsWith("O dostępności towaru poinformujemy w");
        assertThat(promised(first).dueAt()).isAfter(in(3));
        assertThat(promised(first).estimate().expectedAt()).isEqualTo(in(3));

        ApiClient.arrive(purchase, sku, 1);
        awaitPass();
        assertThat(promised(first).isOpen()).as("that piece is for the order").isTrue();

        ApiClient.arrive(purchase, sku, 2);
        Shop.await(() -> promised(first).keptAt() != null && promised(second).keptAt() != null);
        assertThat(shop.facts(first, EventTypes.PROMISE_KEPT)).hasSize(1);
    }

    @Test
    void without_a_delivery_in_sight_the_policy_says_by_when_they_hear() {
        UUID journey = asks();

        assertThat(promised(journey).estimate()).isNull();
        assertThat(promised(journey).dueAt()).isAfter(in(4)).isBefore(in(12));

        ApiClient.purchase(sku, 1, in(20));
        Shop.await(() -> promised(journey).estimate() != null);
        assertThat(promised(journey).estimate().expectedAt())
                .as("the watch hears that the day will not hold")
                .isEqualTo(in(20));
    }

    @Test
    void a_supplier_who_is_late_is_a_new_estimate_with_its_reason() {
        UUID purchase = ApiClient.purchase(sku, 1, in(2));
        UUID journey = asks();

        ApiClient.SUPPLIER
                .put("/api/v1/purchase-orders/" + purchase + "/eta", "{\"etaAt\": \"" + in(6) + "\"}")
                .statusCode(200);

        Shop.await(() -> in(6).equals(promised(journey).estimate().expectedAt()));
        assertThat(promised(journey).estimate().reason()).isEqualTo(ReasonCode.SUPPLIER_LATE);
    }

    @Test
    void what_is_on_the_shelf_is_told_at_once() {
        ApiClient.stock(sku, 2);

        UUID journey = asks();

        Shop.await(() -> promised(journey).keptAt() != null);
    }

    @Test
    void nothing_is_promised_any_more_when_the_inquiry_is_over() {
        UUID journey = asks();

        broker.publish(EventTypes.JOURNEY_ENDED, journey, new JourneyEnded(JourneyEnd.COMPLETED, shop.now()));

        Shop.await(() -> promised(journey).withdrawnAt() != null);
        ApiClient.stock(sku, 1);
        assertThat(shop.facts(journey, EventTypes.PROMISE_KEPT)).isEmpty();
    }

    @Test
    void hundreds_who_wait_are_served_slice_by_slice() {
        UUID first = asks();
        awaitPass();
        QuarkusTransaction.requiringNew()
                .run(() -> rows.createNativeQuery("insert into stock_alert (journey_id, promise_id, pickup_point, sku)"
                                + " select gen_random_uuid(), gen_random_uuid(), '" + Shop.PICKUP_POINT + "', '"
                                + sku + "' from generate_series(1, 250)")
                        .executeUpdate());
        UUID last = asks();

        ApiClient.stock(sku, 1);

        Shop.await(() -> promised(first).keptAt() != null && promised(last).keptAt() != null);
        awaitPass();
        assertThat(number("select count(*) from stock_alert where sku = '" + sku + "'"))
                .isZero();
    }

    private void awaitPass() {
        Shop.await(() -> number("select count(*) from stock_alert_pass where sku = '" + sku + "'") == 0);
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) rows.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
