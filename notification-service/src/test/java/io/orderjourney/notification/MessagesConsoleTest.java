package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.messages.MessageRenderer;
import io.orderjourney.notification.messages.SampleMessages;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manager reads what the shop says to its customers, in every language, before a customer does. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class MessagesConsoleTest {

    private static final String PAGE = "/desk/board/messages";
    private static final String KEY = "a key for the tests of the desks' screens";

    @Inject
    MessageRenderer renderer;

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_kind_of_message_is_shown_in_the_language_that_was_asked_for(String language) {
        Response page = as("MANAGEMENT", "en").get(PAGE + "?language=" + language);

        page.then().statusCode(200).header("Content-Security-Policy", containsString("default-src 'none'"));
        String text = page.htmlPath().getString("html.body");
        SampleMessages.samples(language)
                .forEach((name, content) -> assertThat(text)
                        .contains(name)
                        .contains(renderer.render(content).title())
                        .contains(renderer.render(content)
                                .sms()
                                .lines()
                                .findFirst()
                                .orElseThrow()));
        for (NoticeSubject subject : EnumSet.complementOf(EnumSet.copyOf(SampleMessages.TOLD_AS_DATES))) {
            assertThat(text).contains("news: " + subject);
        }
    }

    @Test
    void the_page_speaks_the_managers_language_and_begins_with_messages_in_it() {
        as("MANAGEMENT", "ru")
                .get(PAGE)
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"ru\""), containsString("Что читает клиент"));
    }

    @Test
    void a_language_that_no_message_is_written_in_shows_english() {
        as("MANAGEMENT", "en")
                .get(PAGE + "?language=xx")
                .then()
                .statusCode(200)
                .body(containsString("A new time for your order A-100042"));
    }

    @Test
    void only_management_sees_it() {
        as("SALES", "en").get(PAGE).then().statusCode(403);
        given().redirects().follow(false).get(PAGE).then().statusCode(303);
    }

    private static RequestSpecification as(String role, String language) {
        Session session =
                new Session("ewa", "Ewa", Set.of(role), null, Instant.now().plusSeconds(600));
        return given().redirects()
                .follow(false)
                .cookie("journey-session", new SessionSeal(KEY).seal(session))
                .header("Accept-Language", language);
    }
}
