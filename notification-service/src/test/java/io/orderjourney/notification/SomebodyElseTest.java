package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.CollectorCodeIssued;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.promises.CollectorCode;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who sends somebody else is told a code, and nobody else is. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class SomebodyElseTest {

    private static final Pattern LINK = Pattern.compile("/o/([A-Za-z0-9_-]{20})");

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    @ConfigProperty(name = "journey.offers.secret")
    String secret;

    private ShopDay day;
    private Jan jan;
    private String page;

    @BeforeEach
    void anOrderIsUnderWay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        Matcher link = LINK.matcher(Jan.body(jan.mail(1)));
        assertThat(link.find()).isTrue();
        page = "/o/" + link.group(1);
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_code_stands_in_their_message_and_on_their_page_and_nowhere_else() {
        assertThat(read()).contains("value=\"SOMEBODY_ELSE\"");
        given().redirects()
                .follow(false)
                .formParam("answer", "SOMEBODY_ELSE")
                .post(page)
                .then()
                .statusCode(303);
        assertThat(log.of(jan.journey)).anyMatch(event -> event.data().contains("SOMEBODY_ELSE"));

        UUID codeId = UUID.randomUUID();
        jan.receives(EventTypes.COLLECTOR_CODE_ISSUED, new CollectorCodeIssued(codeId, day.now()));
        day.messagesLeave();

        String code = CollectorCode.of(codeId, secret);
        assertThat(Jan.title(jan.mail(2))).startsWith("The code for your order");
        assertThat(Jan.body(jan.mail(2))).contains(code);
        assertThat(read()).contains(code);
        day.quiet();
        assertThat(jan.notices().prettyPrint()).doesNotContain(code);
        assertThat(log.of(jan.journey)).noneMatch(event -> event.data().contains(code));
    }

    private String read() {
        return given().get(page).then().statusCode(200).extract().asString();
    }
}
