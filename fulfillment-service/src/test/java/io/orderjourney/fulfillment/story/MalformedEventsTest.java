package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.operations.testing.DeadLetterClient;
import io.orderjourney.operations.testing.InjectedFault;
import io.orderjourney.operations.testing.MalformedEvents;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class MalformedEventsTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Shop shop;

    @Inject
    Broker broker;

    @Inject
    DataSource database;

    @Any
    @Inject
    Instance<EventConsumer> subscribers;

    @Any
    @Inject
    Instance<StateConsumer<?>> keepers;

    @Test
    void a_malformed_record_stops_no_other_and_is_dead_lettered_with_its_reason() {
        MalformedEvents strange = new MalformedEvents(subscribers, keepers);
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        place(before);
        strange.send(TestServers.kafka());
        place(after);

        shop.awaitFact(before, EventTypes.GOODS_RESERVED, 1);
        shop.awaitFact(after, EventTypes.GOODS_RESERVED, 1);
        strange.requireDeadLettered(desk());
    }

    @Test
    void an_order_that_failed_is_accepted_by_redrive_once_the_fault_is_mended() throws Exception {
        UUID poisoned = UUID.randomUUID();
        UUID healthy = UUID.randomUUID();
        try (InjectedFault fault = InjectedFault.in(database, "reservation", "order_id", poisoned)) {
            assertThat(fault).isNotNull();
            place(poisoned);
            place(healthy);
            shop.awaitFact(healthy, EventTypes.GOODS_RESERVED, 1);
            Shop.await(() -> isAmongTheLetters(poisoned));
        }
        JsonNode letter = desk().letterOf(poisoned).orElseThrow();
        assertThat(letter.path("reason").asText()).isEqualTo("processing-failed");
        assertThat(shop.facts(poisoned)).isEmpty();

        assertThat(desk().redrive(letter)).isPositive();

        assertThat(shop.facts(poisoned, EventTypes.GOODS_RESERVED)).hasSize(1);
        assertThat(isAmongTheLetters(poisoned)).isFalse();
    }

    private void place(UUID order) {
        broker.publish(
                EventTypes.ORDER_PLACED,
                order,
                shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(Shop.freshSku("PHONE"), 1)));
    }

    private boolean isAmongTheLetters(UUID order) {
        try {
            return desk().letterOf(order).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DeadLetterClient desk() {
        return new DeadLetterClient(base, "operator-token-0123456789");
    }
}
