package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the customer hears while it is their turn, when nobody acts, and when the journey ends without a hand-over. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class TurnsAndEndsTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void placeOrderOnMonday() {
        Objects.requireNonNull(MailAndSms.gate).up();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_paused_call_is_told_once_reminded_once_and_expires_once() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(1))).startsWith("We have your order");

        day.goTo("11:00");
        pause(call, WaitingReason.NOT_REACHED, "59:00");
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("We need you");
        assertThat(Jan.body(jan.mail(2)))
                .contains("We tried to call you", "Wednesday")
                .doesNotContain("sorry", "14:00", "What happens next");

        day.goTo("15:00");
        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("WAITING");
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN");
        assertThat(jan.mails()).hasSize(2);

        day.goTo("36:00");
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(3))).startsWith("A reminder");

        day.goTo("59:01");
        day.messagesLeave();
        day.pass(Duration.ofHours(30));
        assertThat(jan.mails()).hasSize(3);
        assertThat(jan.tasks("SALES")).isEmpty();
        assertThat(facts("promises.waiting-expired.v1", WaitingExpired.class))
                .singleElement()
                .satisfies(expired -> {
                    assertThat(expired.promiseId()).isEqualTo(call);
                    assertThat(expired.reason()).isEqualTo(WaitingReason.NOT_REACHED);
                });
        assertThat(types())
                .doesNotContain(
                        "promises.promise-missed.v1",
                        "promises.promise-rescheduled.v1",
                        "promises.promise-at-risk.v1",
                        "notices.customer-warned.v1");
    }

    @Test
    void a_new_date_after_the_customers_turn_is_no_delay() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.goTo("11:00");
        pause(call, WaitingReason.NOT_REACHED, "59:00");
        day.goTo("15:00");

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("18:00"), ReasonCode.POLICY);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(3))).startsWith("The next time");
        assertThat(Jan.body(jan.mail(3))).contains("18:00").doesNotContain("sorry");
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN_RESCHEDULED");

        // The new date binds the shop like any other.
        day.goTo("16:40");
        day.quiet();
        assertThat(jan.tasks("SALES")).isNotEmpty();
    }

    @Test
    void a_customer_who_acts_within_the_merge_window_is_not_asked() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);

        pause(call, WaitingReason.NOT_REACHED, "59:00");
        day.quiet();
        jan.isKept(call, CALL);
        day.messagesLeave();

        assertThat(jan.titles()).noneMatch(title -> title.startsWith("We need you"));
    }

    @Test
    void invariant_13_a_cancelled_journey_is_told_once_and_leaves_no_task() {
        jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        day.goTo("12:40");
        day.quiet();
        assertThat(jan.tasks("SALES")).isNotEmpty();

        jan.receives(EventTypes.STOCK_ARRIVED);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.CANCELLED_BY_CUSTOMER, day.now()));
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).isEqualTo("Your order " + jan.orderNumber + " is closed");
        assertThat(Jan.body(jan.mail(2)))
                .contains("As you wished", "cancelled")
                .doesNotContain("sorry", "have arrived", "What happens next");

        day.pass(Duration.ofDays(3));
        assertThat(jan.mails()).hasSize(2);
        assertThat(List.of("SALES", "MANAGEMENT", "CUSTOMER_CARE", "PICKUP_POINT"))
                .allSatisfy(desk -> assertThat(jan.tasks(desk)).isEmpty());
        assertThat(types()).doesNotContain("promises.promise-missed.v1", "promises.promise-rescheduled.v1");
    }

    @Test
    void an_end_by_the_shop_apologises() {
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.CANCELLED_BY_SHOP, day.now()));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("We are sorry", "comes back to you");
    }

    @Test
    void ten_days_of_silence_are_four_messages_and_a_managers_task() {
        jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        // The level of each date that time reaches, on Monday and on Tuesday; then a look each day.
        for (String time : List.of(
                "13:16", "13:30", "16:46", "17:16", "17:30", "35:46", "36:16", "36:30", "39:46", "40:16", "41:02")) {
            day.goTo(time);
        }
        for (int passed = 2; passed <= 10; passed++) {
            day.goTo(day.at("14:00").plus(Duration.ofDays(passed)));
        }

        assertThat(jan.titles().stream().map(title -> title.substring(0, 8)))
                .containsExactly("We have ", "A new ti", "News abo", "A new ti");
        assertThat(jan.mails().stream().filter(mail -> Jan.body(mail).contains("We are sorry")))
                .hasSize(2);
        assertThat(jan.tasks("MANAGEMENT")).contains("NEW_DATE");
        assertThat(types().stream().filter("promises.promise-rescheduled.v1"::equals))
                .hasSize(2);
    }

    private void pause(UUID promise, WaitingReason reason, String until) {
        jan.receives(EventTypes.PROMISE_PAUSED, new PromisePaused(promise, CALL, reason, day.now(), day.at(until)));
    }

    private List<String> types() {
        return log.of(jan.journey).stream().map(RecordedEvent::type).toList();
    }

    private <T> List<T> facts(String type, Class<T> data) {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> ContractJson.read(event.data().getBytes(StandardCharsets.UTF_8), data))
                .toList();
    }
}
