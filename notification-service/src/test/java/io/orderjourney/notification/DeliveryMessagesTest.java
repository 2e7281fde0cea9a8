package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer hears whose order a courier brings. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class DeliveryMessagesTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private UUID dispatch;
    private UUID delivery;
    private Instant tuesday;
    private Instant wednesday;

    @BeforeEach
    void placeOrderOnMonday() {
        Objects.requireNonNull(MailAndSms.gate).up();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().ordersByCourier();
        tuesday = day.at("42:00");
        wednesday = day.at("66:00");
        dispatch = jan.isPromised(PromiseKind.DISPATCH, day.at("18:00"));
        delivery = jan.isPromised(PromiseKind.DELIVERY, tuesday);
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(1)))
                .contains("Your parcel will leave our warehouse", "Your parcel will be delivered")
                .doesNotContain("pickup point");
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void each_step_of_the_parcel_is_told_once() {
        leaves();
        assertThat(Jan.title(jan.mail(2))).isEqualTo("On its way: your order " + jan.orderNumber);
        assertThat(Jan.body(jan.mail(2)))
                .contains("with the courier", "will be delivered")
                .doesNotContain("will leave our warehouse");

        jan.receives(EventTypes.PARCEL_OUT_FOR_DELIVERY);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(3))).startsWith("Today: the courier brings");

        jan.isKept(delivery, PromiseKind.DELIVERY);
        jan.receives(EventTypes.PARCEL_DELIVERED);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(4))).startsWith("Delivered");
        day.pass(Duration.ofDays(1));
        assertThat(jan.mails()).hasSize(4);
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void a_later_day_of_the_courier_is_a_delay_notice_with_its_reason() {
        leaves();
        jan.isMoved(delivery, PromiseKind.DELIVERY, 1, tuesday, wednesday, ReasonCode.COURIER_LATE);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(3))).startsWith("A new time");
        assertThat(Jan.body(jan.mail(3)))
                .contains("We are sorry", "Your parcel will be delivered", "The courier needs more time");
    }

    @Test
    void a_missed_attempt_is_the_customers_turn_and_no_apology() {
        leaves();
        Instant until = day.at("90:00");
        jan.receives(
                EventTypes.PROMISE_PAUSED,
                new PromisePaused(delivery, PromiseKind.DELIVERY, WaitingReason.NOT_AT_HOME, day.now(), until));
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(3))).startsWith("We need you");
        assertThat(Jan.body(jan.mail(3)))
                .contains("could not hand it over", "choose another day")
                .doesNotContain("sorry", "will be delivered");

        jan.isMoved(delivery, PromiseKind.DELIVERY, 1, tuesday, wednesday, ReasonCode.PARTNER_ESTIMATE);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(4))).startsWith("The next time");
        assertThat(Jan.body(jan.mail(4))).doesNotContain("sorry");
    }

    @Test
    void a_parcel_that_came_back_closes_the_order_and_the_money_is_a_desks_task() {
        leaves();
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.RETURNED, day.now()));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(3))).contains("the parcel came back to us", "What you have paid comes back");
        assertThat(jan.tasks("SALES")).containsExactly("REFUND");
        day.pass(Duration.ofHours(2));
        assertThat(jan.tasks("SALES")).containsExactly("REFUND");
    }

    @Test
    void a_parcel_that_is_delivered_after_the_cancellation_is_not_paid_back_unasked() {
        leaves();
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.CANCELLED_BY_CUSTOMER, day.now()));
        day.messagesLeave();
        assertThat(jan.tasks("SALES")).containsExactly("REFUND");

        jan.receives(EventTypes.PARCEL_DELIVERED);
        day.quiet();

        assertThat(jan.tasks("SALES")).containsExactly("REFUND");
        assertThat(jan.taskTexts("SALES")).singleElement().asString().contains("whether they keep them");
    }

    private void leaves() {
        jan.isKept(dispatch, PromiseKind.DISPATCH);
        jan.receives(EventTypes.PARCEL_DISPATCHED);
        day.messagesLeave();
        jan.mail(2);
    }
}
