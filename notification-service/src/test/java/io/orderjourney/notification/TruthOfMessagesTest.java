package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing false is said, nothing is said that does not help, and what must reach a customer reaches them their way. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class TruthOfMessagesTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day);
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_date_that_nobody_was_told_is_replaced_without_an_apology() {
        jan.isKnown().orders();
        day.messagesLeave();
        jan.receives(EventTypes.ORDER_CONFIRMED);
        UUID decision = jan.isPromised(PromiseKind.CREDIT_DECISION, day.at("19:00"));
        jan.isMoved(decision, PromiseKind.CREDIT_DECISION, 1, day.at("19:00"), day.at("43:00"), ReasonCode.BANK_LATE);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).contains("confirmed");
        assertThat(Jan.body(jan.mail(2))).contains("Tuesday").doesNotContain("sorry", "Previous time");
        day.pass(Duration.ofMinutes(10));
        assertThat(jan.mails()).hasSize(2);

        jan.isMoved(decision, PromiseKind.CREDIT_DECISION, 2, day.at("43:00"), day.at("67:00"), ReasonCode.BANK_LATE);
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(3))).as("now they know it").contains("sorry", "Tuesday", "Wednesday");
    }

    @Test
    void goods_that_are_gone_again_in_the_evening_are_not_announced_in_the_morning() {
        jan.isKnown().orders();
        day.messagesLeave();
        day.goTo("22:00");
        jan.receives(EventTypes.STOCK_ARRIVED);
        jan.receives(EventTypes.GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "written off", day.now()));

        day.goTo("32:10");

        assertThat(jan.titles()).noneMatch(title -> title.contains("arrived"));
    }

    @Test
    void nothing_invites_a_customer_whose_cancellation_is_open() {
        jan.isKnown().orders();
        jan.isPromised(CALL, day.at("18:00"));
        day.messagesLeave();
        answer("CANCEL");

        jan.isReady(1);
        day.messagesLeave();
        assertThat(jan.titles()).noneMatch(title -> title.startsWith("Ready"));

        jan.completesTask("SALES");
        day.pass(Duration.ofMinutes(6));
        assertThat(jan.titles()).as("they keep the order").anyMatch(title -> title.startsWith("Ready"));
    }

    @Test
    void who_wants_to_be_called_is_called_with_what_must_reach_them() {
        events.state(
                EventTypes.CONTACT_CHANGED,
                jan.customer.toString(),
                new CustomerContact(jan.customer, "Jan", jan.address, jan.phone, "en", Channel.CALL, null));
        jan.orders();
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        assertThat(jan.tasks("SALES")).as("a receipt is written").isEmpty();

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(jan.tasks("SALES")).contains("CALL_CUSTOMER");
        assertThat(Jan.title(jan.mail(2))).as("for the record").startsWith("A new time");
        assertThat(Jan.body(jan.mail(2))).contains("We have more to do than planned.");
    }

    @Test
    void a_text_with_line_ends_of_another_system_reaches_who_reads_text_messages() {
        jan.isKnown(null, jan.phone, "Europe/Warsaw").orders();
        UUID update = silenceBringsAnUpdate();
        int before = jan.texts().size();

        nextUpdate(update, "It comes tomorrow.\r\nYou\tcan ask us.").statusCode(202);
        day.messagesLeave();

        assertThat(jan.text(before + 1).text()).contains("It comes tomorrow.\nYou can ask us.");
    }

    @Test
    void a_text_that_does_not_fit_is_refused_with_the_limit_and_never_cut() {
        jan.isKnown(null, jan.phone, "Europe/Warsaw").orders();
        UUID update = silenceBringsAnUpdate();

        nextUpdate(update, "Please wait. ".repeat(60) + "Is noon all right?")
                .statusCode(422)
                .body("code", equalTo("text-too-long"), "detail", containsString("600 characters"));
        nextUpdate(update, "Подождите, пожалуйста. ".repeat(10))
                .statusCode(422)
                .body("detail", containsString("170 characters"));
        String fits = "x".repeat(590) + " At noon?";
        int before = jan.texts().size();
        nextUpdate(update, fits).statusCode(202);
        day.messagesLeave();

        assertThat(jan.text(before + 1).text()).contains(fits, "/o/");
    }

    /** No desk promises anything: the watch promises the next update. */
    private UUID silenceBringsAnUpdate() {
        day.messagesLeave();
        day.pass(Duration.ofMinutes(2));
        List<String> ids = jan.promises().getList("items.findAll { it.kind == 'NEXT_UPDATE' }.id", String.class);
        assertThat(ids).hasSize(1);
        return UUID.fromString(ids.get(0));
    }

    private static ValidatableResponse nextUpdate(UUID promise, String text) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("text", text))
                .post("/api/v1/next-updates/" + promise)
                .then();
    }

    private void answer(String answer) {
        Matcher link = Pattern.compile("/o/([A-Za-z0-9_-]{20})").matcher(Objects.requireNonNull(Jan.body(jan.mail(1))));
        assertThat(link.find()).isTrue();
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("answer", answer)
                .post("/o/" + link.group(1))
                .then()
                .statusCode(303);
    }
}
