package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.rest.testing.MalformedRequests;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the service's tests: what half-valid requests leave behind disturbs no other test. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
@Order(Integer.MAX_VALUE)
class MalformedRequestsTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;
    private static final Pattern LINK = Pattern.compile("/o/([A-Za-z0-9_-]{20})");

    @TestHTTPResource("/")
    URI base;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Test
    void no_malformed_request_leads_to_a_server_error() throws IOException {
        ShopDay day = new ShopDay(clock);
        Jan jan = new Jan(events, day).isKnown().orders();
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        Matcher link = LINK.matcher(Jan.body(jan.mail(2)));
        assertThat(link.find()).isTrue();

        Set<Integer> answered = MalformedRequests.at(
                        base,
                        Map.of(
                                "STOREFRONT",
                                "test-token-of-storefront",
                                "CREDIT",
                                "test-token-of-credit",
                                "WAREHOUSE",
                                "test-token-of-warehouse",
                                "PICKUP_POINT",
                                "test-token-of-counter",
                                "CUSTOMER_CARE",
                                "test-token-of-care",
                                "SALES",
                                "test-token-of-sales",
                                "MANAGEMENT",
                                ShopDay.MANAGEMENT,
                                "OPERATOR",
                                ShopDay.OPERATOR,
                                "PARTNER",
                                "test-token-of-partner"))
                .knowing("/api/v1/promises/{id}", "/api/v1/promises/" + call)
                .knowing("/api/v1/next-updates/{promiseId}", "/api/v1/next-updates/" + call)
                .knowing("/o/{token}", "/o/" + link.group(1))
                .showingPages("/o")
                .showingPages("/o/{token}")
                .showingPages("/o/{token}/calendar.ics")
                .showingPages("/o/{token}/feedback")
                .send(2026, 250);

        assertThat(answered).contains(200, 400, 401, 403, 404, 405, 406, 412, 415, 422, 428);
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/promises?journeyId=" + jan.journey)
                .then()
                .statusCode(200);
    }
}
