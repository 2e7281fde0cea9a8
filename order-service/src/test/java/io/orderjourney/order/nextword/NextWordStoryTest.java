package io.orderjourney.order.nextword;

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
class NextWordStoryTest {

    private static final String WORD = "promises.find { it.kind == 'NEXT_UPDATE' && it.owner == 'order-service' }";
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

    private UUID tell(UUID order, Instant at) {
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
    void the_word_is_given_with_the_first_message_after_the_pickup_day_is_known() {
        UUID order = Shop.place("ON_PICKUP");
        tell(order, clock.instant());
        awaitMessages(order, 1);
        assertThat(Shop.card(order).getString(WORD + ".outlook")).isNotEqualTo("KEPT");

        others.promise(
                "fulfillment-service",
                order,
                PromiseKind.PICKUP_READY,
                clock.instant().plus(Duration.ofDays(4)));
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(Shop.card(order).getList("promises.kind")).contains("PICKUP_READY"));
        assertThat(Shop.card(order).getString(WORD + ".outlook")).isNotEqualTo("KEPT");

        UUID notice = tell(order, clock.instant());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Shop.card(order).getString(WORD + ".outlook"))
                        .isEqualTo("KEPT"));
        assertThat(Shop.card(order).getString(WORD + ".evidence")).isEqualTo("notice " + notice);
    }

    @Test
    void a_message_whose_news_is_heard_of_later_gives_the_word_when_it_is_heard_of() {
        UUID order = Shop.place("ON_PICKUP");
        // The message overtakes the promise that it tells of: the topics do not wait for each other.
        UUID notice = tell(order, clock.instant().plus(Duration.ofMinutes(1)));
        awaitMessages(order, 1);
        assertThat(Shop.card(order).getString(WORD + ".outlook")).isNotEqualTo("KEPT");

        others.promise(
                "fulfillment-service",
                order,
                PromiseKind.PICKUP_READY,
                clock.instant().plus(Duration.ofDays(4)));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(Shop.card(order).getString(WORD + ".evidence"))
                        .isEqualTo("notice " + notice));
    }
}
