package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TestServers;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that is not made: what the desk, the owner and the customer are told, and when. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PromiseSlipsTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final String PHONE = "+48600100200";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    BusinessClock clock;

    private final OtherServices others = new OtherServices(TestServers.kafka());
    private final UUID journey = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID call = UUID.randomUUID();
    private final String address = "jan." + journey + "@example.org";
    private Instant monday;

    @BeforeEach
    void startOnMonday() {
        ZonedDateTime now = clock.instant().atZone(WARSAW);
        // A Monday in February is far from every Polish holiday.
        ZonedDateTime next = now.plusYears(now.getMonthValue() >= 2 ? 1 : 0)
                .withMonth(2)
                .withDayOfMonth(1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .with(LocalTime.of(10, 0));
        if (now.getMonthValue() == 2 && now.isAfter(next.minusYears(1))) {
            next = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(10, 0));
        }
        monday = next.toInstant();
        ((SettableClock) clock).advanceTo(monday);
    }

    @AfterEach
    void closeProducer() {
        others.close();
    }

    @Test
    void the_customer_learns_the_new_time_once_and_before_the_old_one_passes() throws MessagingException {
        orderWithCallPromisedFor(monday.plus(Duration.ofHours(4)));
        MimeMessage received = await("order received").atMost(PATIENCE).until(() -> mail(1), mail -> mail != null);
        assertThat(received.getSubject()).startsWith("We have your order");
        assertThat(received.getFrom()[0]).hasToString("Order Journey Shop <shop@order-journey.example>");
        assertThat(text(received)).contains("We will call you to confirm your order");

        advanceTo(Duration.ofHours(3).plusMinutes(15));
        await("rescheduled by the watch")
                .atMost(PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2("test-token-of-management")
                        .get("/api/v1/promises?journeyId=" + journey)
                        .then()
                        .statusCode(200)
                        .body("items[0].revision", equalTo(1)));
        advanceTo(Duration.ofHours(3).plusMinutes(18));
        MimeMessage warning = await("delay notice").atMost(PATIENCE).until(() -> mail(2), mail -> mail != null);
        assertThat(warning.getSubject()).startsWith("A new time for your order");
        assertThat(text(warning)).contains("We are sorry", "18:00", "14:00", "choose another time");
        // Less than three hours are left: by text as well.
        await("text")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Objects.requireNonNull(MailAndSms.sms).sentTo(PHONE))
                                .hasSize(1));

        advanceTo(Duration.ofHours(5));
        others.publish(
                EventTypes.PROMISE_KEPT,
                "/order-service",
                journey,
                new PromiseKept(call, PromiseKind.CONFIRMATION_CALL, "call 1", clock.instant()),
                clock.instant());
        await("kept")
                .atMost(PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2("test-token-of-management")
                        .get("/api/v1/promises?journeyId=" + journey)
                        .then()
                        .body("items[0].outlook", equalTo("KEPT"))
                        .body("items[0].ledgerStatus", equalTo("RESCHEDULED_WITH_NOTICE"))
                        .body("items[0].dates.size()", equalTo(2)));
        assertThat(mail(3)).isNull();
    }

    @Test
    void the_desk_is_reminded_and_asked_before_the_system_reschedules() {
        orderWithCallPromisedFor(monday.plus(Duration.ofHours(4)));
        await().atMost(PATIENCE).until(() -> mail(1), mail -> mail != null);

        advanceTo(Duration.ofHours(2).plusMinutes(15));
        awaitTask("REMINDER");
        advanceTo(Duration.ofHours(2).plusMinutes(45));
        awaitTask("NEW_DATE");
    }

    private void awaitTask(String task) {
        await(task)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().auth()
                                .oauth2("test-token-of-sales")
                                .get("/api/v1/desk-tasks?desk=SALES&journeyId=" + journey)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getList("items.findAll { it.promiseId == '" + call + "' }.task", String.class))
                        .contains(task));
    }

    private void orderWithCallPromisedFor(Instant dueAt) {
        others.publish(
                EventTypes.CONTACT_CHANGED,
                "/order-service",
                customer.toString(),
                new CustomerContact(customer, "Jan Kowalski", address, PHONE, "en", Channel.EMAIL, "Europe/Warsaw"),
                monday,
                UUID.randomUUID());
        Money price = new Money(129900, "PLN");
        others.publish(
                EventTypes.ORDER_PLACED,
                "/order-service",
                journey,
                new OrderPlaced(
                        "A-" + journey.toString().substring(0, 8),
                        customer,
                        "en",
                        PaymentMethod.ON_PICKUP,
                        "WAW-1",
                        List.of(new OrderLine("PHONE-1", "Phone", 1, price)),
                        price,
                        null,
                        monday),
                monday);
        others.publish(
                EventTypes.PROMISE_MADE,
                "/order-service",
                journey,
                new PromiseMade(
                        call,
                        PromiseKind.CONFIRMATION_CALL,
                        Desk.SALES,
                        null,
                        customer,
                        "policy",
                        "en",
                        "We will call you to confirm your order by 14:00",
                        dueAt,
                        null,
                        Precision.BY_TIME,
                        List.of(),
                        monday),
                monday);
        await("promise known")
                .atMost(PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2("test-token-of-management")
                        .get("/api/v1/promises?journeyId=" + journey)
                        .then()
                        .body("items.size()", equalTo(1)));
        ((SettableClock) clock).advance(Duration.ofMinutes(3));
    }

    private void advanceTo(Duration afterTen) {
        Instant target = monday.plus(afterTen);
        if (target.isAfter(clock.instant())) {
            ((SettableClock) clock).advanceTo(target);
        }
    }

    private MimeMessage mail(int nth) {
        List<MimeMessage> mine = Arrays.stream(MailAndSms.MAIL.getReceivedMessages())
                .filter(this::isMine)
                .toList();
        return mine.size() < nth ? null : mine.get(nth - 1);
    }

    private boolean isMine(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage message) {
        return com.icegreen.greenmail.util.GreenMailUtil.getBody(message);
    }
}
