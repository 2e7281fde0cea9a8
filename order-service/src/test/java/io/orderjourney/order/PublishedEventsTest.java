package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.JourneyState;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PublishedEventsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static <T> T read(Fact fact, Class<T> type) {
        return ContractJson.read(Objects.requireNonNull(fact.data()), type);
    }

    @Test
    void an_order_and_its_promises_are_published_in_order() {
        JsonPath placed = Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT")).jsonPath();
        UUID order = placed.getUUID("order.journeyId");
        Shop.call(order, "\"v1\"", "{\"outcome\": \"NO_ANSWER\"}").then().statusCode(200);
        Shop.call(order, "\"v2\"", "{\"outcome\": \"REACHED\"}").then().statusCode(200);

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Published.on("orders", order))
                        .extracting(Fact::type)
                        .containsExactly(
                                "orders.order-placed.v1",
                                "orders.confirmation-call-logged.v1",
                                "orders.confirmation-call-logged.v1",
                                "orders.order-confirmed.v1"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Published.on("promises", order))
                        .extracting(Fact::type)
                        .containsExactly(
                                "promises.promise-made.v1", "promises.promise-made.v1", "promises.promise-kept.v1"));

        List<Fact> facts = Published.on("orders", order);
        OrderPlaced fact = read(facts.get(0), OrderPlaced.class);
        assertThat(fact.orderNumber()).isEqualTo(placed.getString("order.orderNumber"));
        assertThat(fact.customerId()).isEqualTo(placed.getUUID("order.customerId"));
        assertThat(fact.lines()).hasSize(2);
        assertThat(fact.pickupOffer()).isNull();
        ConfirmationCallLogged second = read(facts.get(2), ConfirmationCallLogged.class);
        assertThat(second.outcome()).isEqualTo(CallOutcome.REACHED);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.calledBy()).isEqualTo("sales:anna");
        assertThat(read(Published.on("promises", order).get(0), PromiseMade.class)
                        .told())
                .isEqualTo(placed.getString("promises[0].told"));
    }

    @Test
    void the_sequence_of_a_journey_has_no_gap_over_all_topics() {
        UUID order = Shop.place("ON_PICKUP");
        Shop.confirm(order);

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Stream.concat(
                                        Published.on("orders", order).stream(),
                                        Published.on("promises", order).stream())
                                .map(Fact::sequence)
                                .sorted()
                                .distinct())
                        .containsExactly(1, 2, 3, 4, 5, 6));
        assertThat(Published.on("orders", order)).allSatisfy(fact -> {
            assertThat(fact.correlation()).isEqualTo(order.toString());
            assertThat(fact.id()).isNotBlank();
        });
    }

    @Test
    void contact_data_is_published_on_its_own_topic_only() {
        JsonPath placed = Shop.post(Shop.order(Shop.newOrderNumber(), "CREDIT")).jsonPath();
        UUID order = placed.getUUID("order.journeyId");
        UUID customer = placed.getUUID("order.customerId");

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(Published.on("customers", customer)).isNotEmpty());
        CustomerContact contact = read(Published.on("customers", customer).get(0), CustomerContact.class);
        assertThat(contact.name()).isEqualTo("Jan Kowalski");
        assertThat(contact.phone()).isEqualTo("+48501234567");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Published.on("promises", order)).hasSize(2));
        assertThat(Stream.of("orders", "promises", "journeys").flatMap(topic -> Published.on(topic, order).stream()))
                .isNotEmpty()
                .noneSatisfy(fact -> assertThat(fact.json()).contains("Kowalski"))
                .noneSatisfy(fact -> assertThat(fact.json()).contains("+48501234567"));
    }

    @Test
    void the_state_of_a_journey_is_published_after_every_step() {
        UUID order = Shop.place("CREDIT");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(latest(order).stage()).isEqualTo("PLACED"));
        assertThat(latest(order).promises()).hasSize(2);

        Shop.confirm(order);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(latest(order).stage()).isEqualTo("CONFIRMED"));

        assertThat(Published.on("journeys", order))
                .extracting(fact -> read(fact, JourneyState.class))
                .allSatisfy(state -> {
                    assertThat(state.open()).isTrue();
                    assertThat(state.nextStep()).isNotNull();
                });
    }

    private static JourneyState latest(UUID order) {
        List<Fact> states = Published.on("journeys", order);
        assertThat(states).isNotEmpty();
        return read(states.get(states.size() - 1), JourneyState.class);
    }
}
