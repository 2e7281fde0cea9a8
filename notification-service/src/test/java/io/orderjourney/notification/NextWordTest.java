package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.OrderCompleted;
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

/** Invariant 1, as far as the watch can see to it: nobody waits in silence. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class NextWordTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void on_a_monday_at_ten() {
        day = new ShopDay(clock);
        jan = new Jan(events, day);
    }

    @AfterEach
    void the_story_is_over() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void invariant_1_a_journey_without_a_promise_gets_a_next_update_after_a_minute_and_not_before() {
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
    void between_two_promises_of_two_services_nobody_is_silent() {
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
    void the_message_that_names_the_day_announces_no_word_about_the_day() {
        jan.isKnown().orders().isPromised(PromiseKind.NEXT_UPDATE, day.at("16:00"));
        day.pass(Duration.ofSeconds(1));
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));

        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("be ready for pickup").doesNotContain("hear from us");
    }

    @Test
    void a_word_about_something_else_than_the_day_is_announced_beside_it() {
        jan.isKnown().orders().isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.pass(Duration.ofSeconds(1));
        jan.isPromised(PromiseKind.NEXT_UPDATE, day.at("16:00"));

        day.messagesLeave();

        assertThat(Jan.body(jan.mail(1))).contains("be ready for pickup", "hear from us");
    }

    @Test
    void a_journey_that_is_over_may_be_silent() {
        jan.isKnown().orders();
        jan.hears(EventTypes.ORDER_COMPLETED, new OrderCompleted(day.now()));

        day.pass(Duration.ofMinutes(5));

        assertThat(jan.promises().getList("items")).isEmpty();
    }

    @Test
    void a_word_that_the_watch_promised_ends_with_the_journey() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        assertThat(jan.promises().getList("items.kind", String.class)).containsExactly("NEXT_UPDATE");

        jan.hears(EventTypes.ORDER_COMPLETED, new OrderCompleted(day.now()));
        day.pass(Duration.ofHours(9));

        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("WITHDRAWN");
        assertThat(jan.titles()).noneMatch(title -> title.contains("new date"));
    }

    @Test
    void a_word_of_the_watch_is_given_by_the_message_that_names_what_another_service_promised_since() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(1))).contains("You will hear from us by");

        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("20:00"));
        day.pass(Duration.ofMinutes(5));
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("ON_TRACK");
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2)))
                .contains("We will call you to confirm your order")
                .doesNotContain("hear from us");
        day.quiet();
        assertThat(outlookOf("NEXT_UPDATE")).isEqualTo("KEPT");
        day.pass(Duration.ofHours(9));
        assertThat(jan.titles()).noneMatch(title -> title.contains("new date"));
    }

    @Test
    void a_word_of_the_watch_that_he_has_not_heard_of_yet_is_not_announced_when_something_else_is_promised() {
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
    void the_word_that_a_person_gives_goes_out_and_keeps_the_promise_once() {
        jan.isKnown().orders();
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        jan.mail(1);
        String word = jan.promises().getString("items[0].id");

        say(word, "The supplier answers tomorrow. <b>Sorry</b>").statusCode(202);
        say(word, "Once more").statusCode(409).body("code", equalTo("transition-not-allowed"));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2))).contains("The supplier answers tomorrow.", "&lt;b&gt;Sorry");
        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("KEPT");
        assertThat(jan.titles())
                .filteredOn(title -> title.startsWith("News about"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void only_a_next_update_can_be_given_so() {
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
