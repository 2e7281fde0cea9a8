package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.operations.testing.DeadLetterClient;
import io.orderjourney.operations.testing.InjectedFault;
import io.orderjourney.operations.testing.MalformedEvents;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TestServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class MalformedEventsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    @TestHTTPResource("/")
    URI base;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    @Any
    @Inject
    Instance<EventConsumer> subscribers;

    @Any
    @Inject
    Instance<StateConsumer<?>> keepers;

    @Test
    void a_malformed_event_blocks_no_other_and_is_dead_lettered_with_its_reason() {
        UUID before = Shop.place("CREDIT");
        UUID after = Shop.place("CREDIT");
        MalformedEvents strange = new MalformedEvents(subscribers, keepers);
        try (OtherServices others = new OtherServices(clock)) {
            refuse(others, before);
            strange.send(TestServers.kafka());
            refuse(others, after);
        }

        for (UUID order : List.of(before, after)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(Shop.card(order).getString("stage")).isEqualTo("REFUSED"));
        }
        strange.requireDeadLettered(desk());
    }

    @Test
    void a_blocked_journey_continues_when_its_dead_letter_is_redriven() throws Exception {
        UUID blocked = Shop.place("CREDIT");
        UUID healthy = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock);
                InjectedFault fault = InjectedFault.in(database, "journey_fact", "journey_id", blocked)) {
            assertThat(fault).isNotNull();
            refuse(others, blocked);
            refuse(others, healthy);
            await().atMost(TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(Shop.card(healthy).getString("stage")).isEqualTo("REFUSED"));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(desk().letterOf(blocked)).isPresent());
        }
        JsonNode letter = desk().letterOf(blocked).orElseThrow();
        assertThat(letter.path("reason").asText()).isEqualTo("processing-failed");
        assertThat(Shop.card(blocked).getString("stage")).isEqualTo("PLACED");

        assertThat(desk().redrive(letter)).isPositive();

        assertThat(Shop.card(blocked).getString("stage")).isEqualTo("REFUSED");
        assertThat(desk().letterOf(blocked)).isEmpty();
    }

    private void refuse(OtherServices others, UUID order) {
        others.publish(
                "credit-service",
                EventTypes.CREDIT_REFUSED,
                order,
                new CreditRefused(UUID.randomUUID(), "bank", clock.instant()));
    }

    private DeadLetterClient desk() {
        return new DeadLetterClient(base, "operator-token-0123456789");
    }

    @Test
    void a_fact_without_an_order_makes_no_card() {
        UUID unordered = UUID.randomUUID();
        UUID ordered = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock)) {
            CreditRefused refused = new CreditRefused(UUID.randomUUID(), "bank", clock.instant());
            others.publish("credit-service", EventTypes.CREDIT_REFUSED, unordered, refused);
            others.publish("credit-service", EventTypes.CREDIT_REFUSED, ordered, refused);
        }

        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(Shop.card(ordered).getString("stage")).isEqualTo("REFUSED"));
        Shop.as("care").get("/api/v1/journeys/" + unordered).then().statusCode(404);
        assertThat(Published.on("journeys", unordered)).isEmpty();
    }
}
