package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class NextUpdateStoryTest {

    private static final String UPDATE = "promises.find { it.kind == 'NEXT_UPDATE' && it.owner == 'order-service' }";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    BusinessClock clock;

    private OtherServices others;

    @BeforeEach
    void connect() {
        others = new OtherServices(clock);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    private UUID deliver(UUID order, Instant at) {
        UUID notice = UUID.randomUUID();
        others.publish(
                "notification-service",
                EventTypes.CUSTOMER_TOLD,
                order,
                new CustomerTold(
                        notice, UUID.randomUUID(), Channel.SMS, List.of(NoticeSubject.ORDER_RECEIVED), null, at));
        return notice;
    }

    private static void awaitMessages(UUID order, int count) {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(Shop.card(order).getList("messages")).hasSize(count));
    }

    @Test
    void the_first_message_after_the_pickup_day_is_known_is_the_next_update() {
        UUID order = Shop.place("ON_PICKUP");
        deliver(order, clock.instant());
        awaitMessages(order, 1);
        assertThat(Shop.card(order).getString(UPDATE + ".outlook")).isNotEqualTo("KEPT");

        others.promise(
                "fulfillment-service",
                order,
                PromiseKind.PICKUP_READY,
                clock.instant().plus(Duration.ofDays(4)));
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(Shop.card(order).getList("promises.kind")).contains("PICKUP_READY"));
        assertThat(Shop.card(order).getString(UPDATE + ".outlook")).isNotEqualTo("KEPT");

        UUID notice = deliver(order, clock.instant());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Shop.card(order).getString(UPDATE + ".outlook"))
                        .isEqualTo("KEPT"));
        assertThat(Shop.card(order).getString(UPDATE + ".evidence")).isEqualTo("notice " + notice);
    }

    @Test
    void a_message_that_overtakes_its_news_counts_when_the_news_arrives() {
        UUID order = Shop.place("ON_PICKUP");
        // The message overtakes the promise that it is about: the topics do not wait for each other.
        UUID notice = deliver(order, clock.instant().plus(Duration.ofMinutes(1)));
        awaitMessages(order, 1);
        assertThat(Shop.card(order).getString(UPDATE + ".outlook")).isNotEqualTo("KEPT");

        others.promise(
                "fulfillment-service",
                order,
                PromiseKind.PICKUP_READY,
                clock.instant().plus(Duration.ofDays(4)));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Shop.card(order).getString(UPDATE + ".evidence"))
                        .isEqualTo("notice " + notice));
    }
}
