package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.operations.testing.DeadLetterClient;
import io.orderjourney.operations.testing.InjectedFault;
import io.orderjourney.operations.testing.MalformedEvents;
import io.orderjourney.testservers.TestServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MalformedEventsTest extends CreditShop {

    @Inject
    DataSource database;

    @Any
    @Inject
    Instance<EventConsumer> subscribers;

    @Any
    @Inject
    Instance<StateConsumer<?>> keepers;

    @Test
    void a_malformed_record_blocks_no_others_and_is_dead_lettered_with_its_reason() {
        MalformedEvents strange = new MalformedEvents(subscribers, keepers);
        UUID before = newOrder();
        UUID after = newOrder();
        try (Broker broker = new Broker(TestServers.kafka())) {
            place(broker, before);
            strange.send(TestServers.kafka());
            place(broker, after);
        }

        awaitApplication(before);
        awaitApplication(after);
        strange.requireDeadLettered(desk());
    }

    @Test
    void an_order_that_failed_is_processed_by_redrive_once_the_fault_is_mended() throws Exception {
        UUID poisoned = newOrder();
        UUID healthy = newOrder();
        JsonNode letter = letterAfterFault(poisoned, healthy);
        assertThat(letter.path("reason").asText()).isEqualTo("processing-failed");
        assertThat(applications(poisoned)).isZero();

        assertThat(desk().redrive(letter)).isPositive();

        assertThat(applications(poisoned)).isEqualTo(1);
        assertThat(desk().letterOf(poisoned)).isEmpty();
    }

    private JsonNode letterAfterFault(UUID poisoned, UUID healthy) throws Exception {
        try (Broker broker = new Broker(TestServers.kafka());
                InjectedFault fault = InjectedFault.in(database, "application", "journey_id", poisoned)) {
            assertThat(fault).isNotNull();
            place(broker, poisoned);
            place(broker, healthy);
            awaitApplication(healthy);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(desk().letterOf(poisoned)).isPresent());
        }
        return desk().letterOf(poisoned).orElseThrow();
    }

    private UUID newOrder() {
        UUID order = Generators.timeBasedEpochGenerator().generate();
        orders.add(order);
        return order;
    }

    private void place(Broker broker, UUID order) {
        broker.say("/order-service", EventTypes.ORDER_PLACED, order, placed(PaymentMethod.CREDIT), clock.instant());
    }

    private void awaitApplication(UUID order) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(applications(order)).isEqualTo(1));
    }

    private int applications(UUID order) {
        return client.get(Caller.CREDIT, "/api/v1/applications?journeyId=" + order)
                .ok()
                .body()
                .path("items")
                .size();
    }

    private DeadLetterClient desk() {
        return new DeadLetterClient(URI.create(address), Caller.OPERATOR.token());
    }
}
