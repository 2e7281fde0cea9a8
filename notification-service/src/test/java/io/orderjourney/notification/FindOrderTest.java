package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer lost the link to their order. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class FindOrderTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void hasOrdered() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_orders_number_and_the_mail_address_lead_to_its_page() {
        given().header("Accept-Language", "pl")
                .get("/o")
                .then()
                .statusCode(200)
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(containsString("<html lang=\"pl\">"), containsString("Znajdź zamówienie"));

        String link = find(jan.orderNumber, jan.address.toUpperCase(Locale.ROOT))
                .statusCode(303)
                .extract()
                .header("Location");

        given().get(link.substring(link.indexOf("/o/"))).then().statusCode(200).body(containsString(jan.orderNumber));
    }

    @Test
    void who_guesses_is_stopped_even_with_the_right_answer_until_an_hour_has_passed() {
        for (int guess = 0; guess < 5; guess++) {
            find(jan.orderNumber, "guess" + guess + "@example.com")
                    .statusCode(422)
                    .body(containsString("We know no order"));
        }

        find(jan.orderNumber, jan.address).statusCode(429).body(containsString("in an hour"));
        day.pass(Duration.ofMinutes(61));
        find(jan.orderNumber, jan.address).statusCode(303);
    }

    @Test
    void nothing_is_told_about_an_order_that_does_not_exist() {
        String unknown = find("A-0", jan.address).statusCode(422).extract().asString();
        String wrong = find(jan.orderNumber, "somebody@example.com")
                .statusCode(422)
                .extract()
                .asString();

        assertThat(unknown).isEqualTo(wrong);
        find("", "").statusCode(422);
    }

    private static ValidatableResponse find(String orderNumber, String contact) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("orderNumber", orderNumber)
                .formParam("contact", contact)
                .post("/o")
                .then();
    }
}
