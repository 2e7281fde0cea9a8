package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.contracts.orders.RestPaymentAgreed;
import io.orderjourney.contracts.testing.GoldenSample;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.notices.usecase.NewsBatch;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import io.orderjourney.operations.testing.Canary;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which facts lead to which messages, when, and on which channels. Every event of these stories comes twice. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class MessagesTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    DataSource database;

    @Inject
    NoticePlanner plan;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void startOnMonday() {
        day = new ShopDay(clock);
        jan = new Jan(events, day);
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void every_newsworthy_fact_leads_to_one_message() {
        Map<EventType<?>, String> titles = new LinkedHashMap<>();
        titles.put(EventTypes.ORDER_CONFIRMED, "is confirmed");
        titles.put(EventTypes.CREDIT_APPROVED, "The bank has approved");
        titles.put(EventTypes.CREDIT_REFUSED, "About the credit");
        titles.put(EventTypes.SIGNING_APPOINTMENT_BOOKED, "Your appointment");
        titles.put(EventTypes.AGREEMENT_SIGNED, "Thank you for signing");
        titles.put(EventTypes.STOCK_ARRIVED, "have arrived");
        titles.put(EventTypes.GOODS_HANDED_OVER, "Thank you: ");
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(1))).isEqualTo("We have your order " + jan.orderNumber);

        int nth = 1;
        for (Map.Entry<EventType<?>, String> expected : titles.entrySet()) {
            if (expected.getKey().equals(EventTypes.SIGNING_APPOINTMENT_BOOKED)) {
                firstAppointment();
            } else {
                jan.receives(expected.getKey());
            }
            day.messagesLeave();
            nth++;
            assertThat(Jan.title(jan.mail(nth))).contains(expected.getValue());
        }

        day.quiet();
        assertThat(jan.mails()).hasSize(nth);
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void a_rebooked_appointment_is_announced_as_a_new_date() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.receives(EventTypes.SIGNING_APPOINTMENT_BOOKED);
        day.messagesLeave();

        assertThat(jan.mails()).hasSize(1);
    }

    @Test
    void invariant_8_news_within_the_merge_window_is_one_message() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        jan.receives(EventTypes.ORDER_CONFIRMED);
        // The clock goes on while the test works: half of the merge window is left.
        day.pass(Duration.ofSeconds(60));
        jan.receives(EventTypes.STOCK_ARRIVED);
        assertThat(jan.mails()).isEmpty();
        day.messagesLeave();

        String body = Jan.body(jan.mail(1));
        assertThat(body)
                .contains(
                        "Thank you for your order",
                        "is confirmed",
                        "have arrived",
                        "What happens next",
                        "be ready for");
        day.quiet();
        assertThat(jan.mails()).hasSize(1);
    }

    @Test
    void who_pays_a_rest_at_the_counter_reads_how_much_when_they_can_come() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        jan.receives(EventTypes.PAYMENT_CHANGED, new PaymentChanged(PaymentMethod.CREDIT, day.now()));
        jan.receives(EventTypes.REST_PAYMENT_AGREED, new RestPaymentAgreed(new Money(50_000, "PLN"), day.now()));
        jan.isReady(1);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1)))
                .contains("To pay at the counter", "500.00")
                .doesNotContain("1,299.00");
    }

    @Test
    void a_message_waits_for_the_contact() {
        jan.orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.pass(Duration.ofMinutes(30));
        assertThat(jan.mails()).isEmpty();

        jan.isKnown();

        assertThat(Jan.title(jan.mail(1))).startsWith("We have your order");
    }

    @Test
    void a_message_waits_for_the_order() {
        jan.isKnown();
        UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
        jan.isMoved(call, PromiseKind.CONFIRMATION_CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        assertThat(jan.mails()).isEmpty();

        jan.orders();

        assertThat(Jan.body(jan.mail(1))).contains("16:00");
    }

    @Test
    void an_erased_customer_gets_no_more_messages() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));

        jan.isErased();
        day.messagesLeave();
        day.messagesLeave();

        assertThat(jan.mails()).isEmpty();
        assertThat(jan.notices().getList("items.state", String.class)).containsOnly("DROPPED");
    }

    @Test
    void nothing_that_was_said_to_an_erased_customer_is_left_in_any_table() throws SQLException {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);
        assertThat(Canary.found(database, jan.orderNumber)).anyMatch(place -> place.startsWith("delivery:"));

        jan.isErased();

        assertThat(Canary.found(database, jan.address, jan.phone)).isEmpty();
        assertThat(Canary.found(database, jan.orderNumber)).noneMatch(place -> place.startsWith("delivery:"));
    }

    @Test
    void invariant_9_nothing_goes_out_in_quiet_hours() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);
        day.goTo("20:59");

        jan.receives(EventTypes.STOCK_ARRIVED);
        day.goTo(day.at("32:00").minus(Duration.ofMinutes(3)));
        assertThat(jan.mails()).hasSize(1);

        day.goTo("32:00");
        assertThat(Jan.title(jan.mail(2))).contains("have arrived");
    }

    @Test
    void invariant_9_quiet_hours_are_in_the_customers_zone() {
        // In some weeks of the year it is an hour less to New York: the two change their clocks on different days.
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant morning = day.now().atZone(newYork).with(LocalTime.of(8, 0)).toInstant();
        jan.isKnown(jan.address, jan.phone, newYork.getId()).orders();
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        day.goTo(morning.minus(Duration.ofMinutes(3)));
        assertThat(jan.mails()).hasSize(1);

        day.goTo(morning);
        jan.mail(2);
    }

    @Test
    void case_C6_who_orders_late_in_the_evening_reads_at_once_that_the_shop_has_the_order() {
        day.goTo("23:05");

        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("We have it, and we take care of it", "have arrived");
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void case_C6_who_has_no_mail_address_is_not_woken_by_the_answer_to_their_order() {
        day.goTo("23:05");

        jan.isKnown(null, jan.phone, null).orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.goTo(day.at("32:00").minus(Duration.ofMinutes(3)));
        assertThat(jan.texts()).isEmpty();

        day.goTo("32:00");
        assertThat(jan.texts()).hasSize(1);
    }

    @Test
    void invariant_7_readiness_withdrawn_before_dispatch_is_never_announced() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.isReady(1);
        jan.isNotReadyAnyMore(1);
        day.messagesLeave();
        day.quiet();

        assertThat(jan.titles()).noneMatch(title -> title.contains("Ready") || title.contains("do not come"));
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void invariant_7_withdrawn_readiness_stops_the_customer_at_once_on_every_channel() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);
        jan.isReady(1);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(2))).startsWith("Ready for pickup");
        assertThat(Jan.body(jan.mail(2))).doesNotContain("will be ready for pickup");

        jan.isNotReadyAnyMore(1);

        // Without advancing the clock: it goes at once.
        assertThat(Jan.title(jan.mail(3))).startsWith("Please do not come yet");
        assertThat(jan.text(1).text()).contains("do NOT come");
        day.quiet();
        assertThat(jan.tasks("PICKUP_POINT")).contains("CALL_CUSTOMER");
        assertThat(jan.texts()).hasSize(1);
    }

    @Test
    void invariant_7_only_the_latest_readiness_counts_when_it_changes_quickly() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.isReady(1);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(2))).startsWith("Ready for pickup");

        QuarkusTransaction.requiringNew().run(() -> {
            NewsBatch news = plan.batch(List.of(jan.journey));
            news.readinessWithdrawn(jan.journey, 1);
            news.ready(jan.journey, 2);
            news.readinessWithdrawn(jan.journey, 2);
            news.write();
        });

        assertThat(Jan.title(jan.mail(3))).startsWith("Please do not come yet");
    }

    @Test
    void invariant_9_the_trip_guard_ignores_quiet_hours() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.isReady(1);
        day.messagesLeave();
        jan.mail(2);
        day.goTo("26:00");

        jan.isNotReadyAnyMore(1);

        assertThat(Jan.title(jan.mail(3))).startsWith("Please do not come yet");
        jan.text(1);
    }

    @Test
    void a_late_event_does_not_restore_withdrawn_readiness() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.isNotReadyAnyMore(3);
        jan.mail(2);
        jan.isReady(3);
        day.messagesLeave();
        jan.isReady(2);
        day.messagesLeave();

        assertThat(jan.titles()).noneMatch(title -> title.startsWith("Ready"));

        jan.isReady(4);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(3))).startsWith("Ready for pickup");
    }

    private void firstAppointment() {
        SigningAppointmentBooked sample =
                GoldenSample.of(EventTypes.SIGNING_APPOINTMENT_BOOKED).data();
        jan.receives(
                EventTypes.SIGNING_APPOINTMENT_BOOKED,
                new SigningAppointmentBooked(
                        sample.applicationId(),
                        sample.pickupPoint(),
                        sample.expertId(),
                        day.at("34:00"),
                        day.at("35:00"),
                        null));
    }
}
