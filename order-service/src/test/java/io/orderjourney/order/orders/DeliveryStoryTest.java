package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.DeliveryAttemptFailed;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.ParcelDispatched;
import io.orderjourney.contracts.fulfillment.ParcelReturned;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that a courier brings, from the storefront to the customer's door or back to the shelf. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class DeliveryStoryTest {

    private static final String STREET = "ul. Niewidoczna 7 m. 12";

    @Inject
    BusinessClock clock;

    @Inject
    JourneyLog log;

    @Any
    @Inject
    Instance<StateSource> states;

    private OtherServices others;

    @BeforeEach
    void connect() {
        others = new OtherServices(clock);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void a_delivered_parcel_ends_the_journey() {
        UUID order = place();
        others.promise("fulfillment-service", order, PromiseKind.DISPATCH, in(1));
        others.promise("fulfillment-service", order, PromiseKind.DELIVERY, in(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(Shop.card(order).getList("waitsFor.kind")).contains("DISPATCH"));
        assertThat(Shop.card(order).getList("gates")).isEmpty();

        fulfillment(EventTypes.PARCEL_DISPATCHED, order, new ParcelDispatched("WAREHOUSE", "marek", clock.instant()));
        awaitStage(order, "DISPATCHED");
        assertThat(Shop.card(order).getString("location.goods")).isEqualTo("WITH_COURIER");
        fulfillment(
                EventTypes.DELIVERY_ATTEMPT_FAILED, order, new DeliveryAttemptFailed("courier", 1, clock.instant()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(Shop.card(order).getString("location.goods")).isEqualTo("NOT_DELIVERED"));
        fulfillment(EventTypes.PARCEL_DELIVERED, order, new ParcelDelivered("courier", clock.instant()));
        awaitStage(order, "COMPLETED");
        assertThat(Shop.card(order).getBoolean("open")).isFalse();
    }

    @Test
    void a_parcel_that_came_back_ends_the_journey_as_returned() {
        UUID order = place();
        fulfillment(EventTypes.PARCEL_RETURNED, order, new ParcelReturned("WAREHOUSE", "marek", clock.instant()));
        awaitStage(order, "RETURNED");
        fulfillment(EventTypes.PARCEL_RETURNED, order, new ParcelReturned("WAREHOUSE", "marek", clock.instant()));
        assertThat(facts(order, EventTypes.JOURNEY_ENDED)).hasSize(1);
    }

    @Test
    void the_address_is_with_the_contact_until_the_end_and_in_no_fact() {
        UUID order = place();
        assertThat(contactOf(order).deliveryAddresses()).singleElement().satisfies(address -> {
            assertThat(address.journeyId()).isEqualTo(order);
            assertThat(address.street()).isEqualTo(STREET);
        });
        assertThat(log.of(order)).extracting(RecordedEvent::data).noneMatch(data -> data.contains("Niewidoczna"));

        fulfillment(EventTypes.PARCEL_DELIVERED, order, new ParcelDelivered("courier", clock.instant()));
        awaitStage(order, "COMPLETED");
        assertThat(contactOf(order).deliveryAddresses()).isNull();
    }

    @Test
    void goods_go_to_a_counter_or_to_an_address_and_a_courier_collects_no_money() {
        Shop.post(request("PREPAID", "\"pickupPoint\": \"WAW-CENTRUM\", " + ADDRESS))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/pickupPoint"));
        Shop.post(request("PREPAID", "")).then().statusCode(422);
        Shop.post(request("CREDIT", ADDRESS)).then().statusCode(422).body("code", equalTo("delivery-not-prepaid"));
        Shop.post(request("ON_PICKUP", ADDRESS)).then().statusCode(422);
        Shop.post(request("PREPAID", ADDRESS.replace("00-850", " "))).then().statusCode(422);
    }

    private static final String ADDRESS = """
            "deliveryAddress": {"street": "%s", "postalCode": "00-850", "city": "Warszawa", "country": "PL"},
            """.formatted(STREET);

    private static UUID place() {
        JsonPath placed = Shop.post(request("PREPAID", ADDRESS))
                .then()
                .statusCode(201)
                .body("order.state", equalTo("CONFIRMED"))
                .body("order.deliveryMethod", equalTo("COURIER"))
                .body("order.pickupPoint", equalTo("WAREHOUSE"))
                .body("promises.kind", equalTo(List.of("NEXT_UPDATE")))
                .extract()
                .jsonPath();
        return placed.getUUID("order.journeyId");
    }

    private static String request(String payment, String where) {
        return """
                {"customer": {"name": "Jan Kowalski", "email": "jan@example.com", "language": "en"},
                 "payment": "%s", %s "lines": [{"sku": "PHN-NOVA-X5", "name": "Nova X5", "quantity": 1,
                            "unitPrice": {"amountMinor": 249900, "currency": "PLN"}}],
                 "total": {"amountMinor": 249900, "currency": "PLN"}}
                """.formatted(payment, where);
    }

    private static void awaitStage(UUID order, String stage) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Shop.card(order).getString("stage")).isEqualTo(stage));
    }

    private <T> void fulfillment(EventType<T> type, UUID order, T fact) {
        others.publish("fulfillment-service", type, order, fact);
    }

    private List<RecordedEvent> facts(UUID order, EventType<?> type) {
        return log.of(order).stream()
                .filter(fact -> fact.type().equals(type.wireName()))
                .toList();
    }

    /** What the topic of customers says now. */
    private CustomerContact contactOf(UUID order) {
        String customerId = Shop.card(order).getString("order.customerId");
        StateSource customers = states.stream()
                .filter(source -> source.type().equals(EventTypes.CONTACT_CHANGED))
                .findFirst()
                .orElseThrow();
        return (CustomerContact) QuarkusTransaction.requiringNew()
                .call(() -> customers.current(List.of(customerId)).get(customerId));
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }
}
