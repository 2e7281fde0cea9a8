package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The open promises as a file for a spreadsheet, however many there are. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PromiseExportTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void every_open_promise_is_a_line_and_none_that_ended() {
        jan.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("14:00"));
        jan.isKept(jan.isPromised(PromiseKind.CALLBACK, day.at("15:00")), PromiseKind.CALLBACK);

        List<String> lines = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/promises.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"open-promises.csv\"")
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("promise_id,journey_id,order_number,kind,desk");
        assertThat(lines)
                .filteredOn(line -> line.contains(jan.journey.toString()))
                .singleElement()
                .asString()
                .contains(jan.orderNumber + ",CONFIRMATION_CALL,SALES,", "T14:00:00+0", ",ON_TRACK,0,");
    }
}
