package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 1, as far as the watch can ensure it: no customer waits without a promise. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class NextUpdateTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

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
    void invariant_1_a_journey_without_promises_gets_a_next_update_after_a_minute() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(40));
        assertThat(jan.promises().getList("items")).isEmpty();

        day.pass(Duration.ofSeconds(21));

        assertThat(jan.promises().getList("items.kind", String.class)).containsExactly("NEXT_UPDATE");
        assertThat(jan.promises().getString("items[0].owner")).isEqualTo("notification-service");
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(1))).contains("You will hear from us by");
        day.pass(Duration.ofMinutes(5));
        assertThat(jan.promises().getList("items")).hasSize(1);
    }

    @Test
    void a_gap_between_two_services_promises_is_not_silence() {
        jan.isKnown().orders();
        UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
        day.quiet();

        jan.isKept(call, PromiseKind.CONFIRMATION_CALL);
        day.pass(Duration.ofSeconds(40));
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.pass(Duration.ofMinutes(5));

        assertThat(jan.promises().getList("items.kind", String.class))
                .containsExactly("CONFIRMATION_CALL", "PICKUP_READY");
    }

    @Test
    void a_message_with_the_pickup_day_omits_the_next_update_about_it() {
        jan.isKnown().orders().isPromised(PromiseKind.NEXT_UPDATE, day.at("16:00"));
        day.pass(Duration.ofSeconds(1));
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));

        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("be ready for pickup").doesNotContain("hear from us");
    }

    @Test
    void an_unrelated_next_update_is_announced_beside_the_pickup_day() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.pass(Duration.ofSeconds(1));
        jan.isPromised(PromiseKind.NEXT_UPDATE, day.at("16:00"));

        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("be ready for pickup", "hear from us");
    }

    @Test
    void a_closed_journey_needs_no_next_update() {
        jan.isKnown().orders();
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));

        day.pass(Duration.ofMinutes(5));

        assertThat(jan.promises().getList("items")).isEmpty();
    }

    @Test
    void the_watchs_next_update_ends_with_the_journey() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        assertThat(jan.promises().getList("items.kind", String.class)).containsExactly("NEXT_UPDATE");

        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.pass(Duration.ofHours(9));

        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("WITHDRAWN");
        assertThat(jan.titles()).noneMatch(title -> title.contains("new time"));
    }

    @Test
    void the_watchs_next_update_is_kept_by_the_message_with_the_new_promise() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(1))).contains("You will hear from us by");

        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("20:00"));
        day.pass(Duration.ofMinutes(5));
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("ON_TRACK");
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2)))
                .contains("We will call you to confirm your order")
                .doesNotContain("hear from us");
        day.quiet();
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("KEPT");
        day.pass(Duration.ofHours(9));
        assertThat(jan.titles()).noneMatch(title -> title.contains("new time"));
    }

    @Test
    void an_unannounced_next_update_is_withdrawn_when_a_promise_replaces_it() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("ON_TRACK");

        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("20:00"));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1)))
                .contains("We will call you to confirm your order")
                .doesNotContain("hear from us", "cannot give you a date");
        day.quiet();
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_staff_update_is_sent_and_keeps_the_promise_once() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        jan.mail(1);
        String update = jan.promises().getString("items[0].id");

        say(update, "The supplier answers tomorrow. <b>Sorry</b>").statusCode(202);
        say(update, "Once more").statusCode(409).body("code", equalTo("transition-not-allowed"));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2))).contains("The supplier answers tomorrow.", "&lt;b&gt;Sorry");
        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("KEPT");
        assertThat(jan.titles())
                .filteredOn(title -> title.startsWith("News about"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void case_C4_what_staff_write_cannot_invite_before_everything_is_ready() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        String update = jan.promises().getString("items[0].id");

        say(update, "Come tomorrow, it is ready")
                .statusCode(422)
                .body("code", equalTo("text-not-true"), "detail", containsString("Come tomorrow"));
        say(update, "It is not ready yet; we write tomorrow by 16:00").statusCode(202);
    }

    @Test
    void only_a_next_update_can_be_given() {
        jan.isKnown().orders();
        UUID call = jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));

        say(call.toString(), "We called").statusCode(404);
        say(UUID.randomUUID().toString(), "We called").statusCode(404);
    }

    private String outlookOf(String kind) {
        return jan.promises().getString("items.find { it.kind == '" + kind + "' }.outlook");
    }

    private static ValidatableResponse say(String promise, String text) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\":\"%s\"}".formatted(text))
                .post("/api/v1/next-updates/" + promise)
                .then();
    }
}
