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

    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    void whatever_lies_on_a_topic_stops_nobody_and_is_found_with_its_reason() {
        UUID before = Shop.place("CREDIT");
        UUID after = Shop.place("CREDIT");
        MalformedEvents strange = new MalformedEvents(subscribers, keepers);
        try (OtherServices others = new OtherServices(clock)) {
            refuse(others, before);
            strange.send(TestServers.kafka());
            refuse(others, after);
        }

        for (UUID order : List.of(before, after)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(Shop.card(order).getString("stage")).isEqualTo("REFUSED"));
        }
        strange.requireDeadLettered(desk());
    }

    @Test
    void a_fact_that_could_not_be_applied_waits_with_what_follows_and_comes_back_when_the_fault_is_mended()
            throws Exception {
        UUID poisoned = Shop.place("CREDIT");
        UUID healthy = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock);
                InjectedFault fault = InjectedFault.in(database, "journey_fact", "journey_id", poisoned)) {
            assertThat(fault).isNotNull();
            refuse(others, poisoned);
            refuse(others, healthy);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(Shop.card(healthy).getString("stage")).isEqualTo("REFUSED"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(desk().letterOf(poisoned)).isPresent());
        }
        JsonNode letter = desk().letterOf(poisoned).orElseThrow();
        assertThat(letter.path("reason").asText()).isEqualTo("processing-failed");
        assertThat(Shop.card(poisoned).getString("stage")).isEqualTo("PLACED");

        assertThat(desk().redrive(letter)).isPositive();

        assertThat(Shop.card(poisoned).getString("stage")).isEqualTo("REFUSED");
        assertThat(desk().letterOf(poisoned)).isEmpty();
    }

    private void refuse(OtherServices others, UUID order) {
        others.say(
                "credit-service",
                EventTypes.CREDIT_REFUSED,
                order,
                new CreditRefused(UUID.randomUUID(), "bank", clock.instant()));
    }

    private DeadLetterClient desk() {
        return new DeadLetterClient(base, "operator-token-0123456789");
    }

    @Test
    void a_fact_of_a_journey_that_nobody_ordered_makes_no_card() {
        UUID nobody = UUID.randomUUID();
        UUID somebody = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock)) {
            CreditRefused refused = new CreditRefused(UUID.randomUUID(), "bank", clock.instant());
            others.say("credit-service", EventTypes.CREDIT_REFUSED, nobody, refused);
            others.say("credit-service", EventTypes.CREDIT_REFUSED, somebody, refused);
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Shop.card(somebody).getString("stage")).isEqualTo("REFUSED"));
        Shop.as("care").get("/api/v1/journeys/" + nobody).then().statusCode(404);
        assertThat(Published.on("journeys", nobody)).isEmpty();
    }
}
