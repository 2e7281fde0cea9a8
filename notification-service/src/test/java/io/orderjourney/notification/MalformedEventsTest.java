package io.orderjourney.notification;

import static io.orderjourney.notification.ShopDay.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.operations.testing.DeadLetterClient;
import io.orderjourney.operations.testing.InjectedFault;
import io.orderjourney.operations.testing.MalformedEvents;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TestServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class MalformedEventsTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

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
    void malformed_events_are_dead_lettered_with_a_reason_and_block_nothing() {
        MalformedEvents strange = new MalformedEvents(subscribers, keepers);
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        try (OtherServices others = new OtherServices(TestServers.kafka())) {
            promise(others, before);
            strange.send(TestServers.kafka());
            promise(others, after);
        }

        awaitPromise(before);
        awaitPromise(after);
        strange.requireDeadLettered(desk());
    }

    @Test
    void a_promise_of_an_unknown_kind_is_watched_after_redrive() throws Exception {
        UUID poisoned = UUID.randomUUID();
        UUID healthy = UUID.randomUUID();
        try (OtherServices others = new OtherServices(TestServers.kafka());
                InjectedFault fault = InjectedFault.in(database, "promise", "journey_id", poisoned)) {
            assertThat(fault).isNotNull();
            promise(others, poisoned);
            promise(others, healthy);
            awaitPromise(healthy);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(desk().letterOf(poisoned)).isPresent());
        }
        JsonNode letter = desk().letterOf(poisoned).orElseThrow();
        assertThat(letter.path("reason").asText()).isEqualTo("processing-failed");
        assertThat(promises(poisoned)).isZero();

        assertThat(desk().redrive(letter)).isPositive();

        assertThat(promises(poisoned)).isEqualTo(1);
        assertThat(desk().letterOf(poisoned)).isEmpty();
    }

    private void promise(OtherServices others, UUID journey) {
        Instant now = clock.instant();
        others.publish(
                EventTypes.PROMISE_MADE,
                "/order-service",
                journey,
                new PromiseMade(
                        UUID.randomUUID(),
                        CALL,
                        Fixtures.TERMS.kind(CALL).desk(),
                        Fixtures.TERMS.kind(CALL).partner(),
                        UUID.randomUUID(),
                        "policy",
                        "en",
                        "We call you",
                        now.plus(Duration.ofDays(30)),
                        null,
                        Precision.BY_TIME,
                        List.of(),
                        now),
                now);
    }

    private static void awaitPromise(UUID journey) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(promises(journey)).isEqualTo(1));
    }

    private static int promises(UUID journey) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/promises?journeyId=" + journey)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private DeadLetterClient desk() {
        return new DeadLetterClient(base, ShopDay.OPERATOR);
    }
}
