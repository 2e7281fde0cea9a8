package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer reads, and can choose, whose phone is here and whose case comes later. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PartsTest {

    private static final Pattern LINK = Pattern.compile("/o/([A-Za-z0-9_-]{20})");
    private static final List<PartLine> PHONE = List.of(new PartLine("PHONE-1", "Phone", 1));
    private static final List<PartLine> CASE = List.of(new PartLine("CASE-1", "Case", 1));
    private static final List<PartLine> NOTHING = List.of();

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;
    private UUID ready;

    @BeforeEach
    void someGoodsAreHere() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        ready = jan.isPromised(PromiseKind.PICKUP_READY, day.at("68:00"));
        moved(false, NOTHING, PHONE, CASE);
        day.messagesLeave();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_customer_chooses_on_their_page_and_reads_of_each_part() {
        assertThat(Jan.title(jan.mail(1))).startsWith("Some of your goods are here");
        assertThat(Jan.body(jan.mail(1))).contains("Phone", "come later: Case");
        String token = token();
        assertThat(page(token)).contains("value=\"IN_PARTS\"").doesNotContain("value=\"TOGETHER\"");

        answer(token, "TOGETHER");
        answer(token, "IN_PARTS");
        answer(token, "IN_PARTS");
        assertThat(answered()).hasSize(1);
        assertThat(answered().get(0).data()).contains("\"IN_PARTS\"");
        assertThat(page(token)).contains("you collect your goods in parts");

        jan.isKept(ready, PromiseKind.PICKUP_READY);
        jan.isPromised(PromiseKind.REST_READY, day.at("68:00"));
        moved(true, NOTHING, PHONE, CASE);
        jan.isReady(1);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(2))).startsWith("The first part is ready");
        assertThat(Jan.body(jan.mail(2)))
                .doesNotContain("As you wish")
                .contains("Still to come: Case", "The rest of your goods will be ready", "1,299.00");
        assertThat(page(token)).contains("What is here can be collected").doesNotContain("value=\"TOGETHER\"");

        jan.receives(EventTypes.PART_HANDED_OVER, new PartHandedOver("WAW-1", 1, PHONE, "counter:ola", day.now()));
        moved(true, PHONE, NOTHING, CASE);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(3))).startsWith("The rest follows");
        assertThat(page(token)).contains("you have it").doesNotContain("can be collected");

        moved(true, PHONE, CASE, NOTHING);
        jan.isReady(2);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(4))).startsWith("The rest is ready");
        assertThat(Jan.body(jan.mail(4)))
                .as("the news itself keeps the promise")
                .doesNotContain("The rest of your goods will be ready");
        assertThat(jan.mails()).hasSize(4);
    }

    @Test
    void who_was_asked_is_not_asked_again_once_all_goods_are_here() {
        String token = token();

        moved(false, NOTHING, List.of(PHONE.get(0), CASE.get(0)), NOTHING);
        answer(token, "IN_PARTS");

        assertThat(answered()).as("the page is old").isEmpty();
        assertThat(page(token)).doesNotContain("IN_PARTS");
    }

    private void moved(boolean inParts, List<PartLine> handedOver, List<PartLine> here, List<PartLine> coming) {
        jan.receives(EventTypes.PARTS_CHANGED, new PartsChanged("WAW-1", inParts, handedOver, here, coming, day.now()));
    }

    private String token() {
        Matcher link = LINK.matcher(Jan.body(jan.mail(1)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String page(String token) {
        return given().get("/o/" + token).then().statusCode(200).extract().asString();
    }

    private static void answer(String token, String answer) {
        given().redirects()
                .follow(false)
                .formParam("answer", answer)
                .post("/o/" + token)
                .then()
                .statusCode(303);
    }

    private List<RecordedEvent> answered() {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals(EventTypes.CUSTOMER_ANSWERED.wireName()))
                .toList();
    }
}
