package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.operations.SampledFigures;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TestServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees: the promise indicators, and one trace from an order to the mail about it. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class SightTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:journey|http_server|jvm|agroal)_[a-z_]+");
    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    @Any
    Instance<SampledFigures> figures;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void startOnMonday() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_trace_of_an_order_goes_on_through_the_broker_into_the_mail() throws MessagingException {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        try (OtherServices others = new OtherServices(TestServers.kafka())) {
            others.publishTraced(
                    EventTypes.ORDER_PLACED,
                    "/order-service",
                    jan.journey,
                    jan.order(),
                    day.now(),
                    "00-" + traceId + "-00f067aa0ba902b7-01");
        }
        await().atMost(ShopDay.PATIENCE)
                .until(() -> !jan.notices().getList("items").isEmpty());
        day.messagesLeave();

        assertThat(jan.mail(1).getHeader("traceparent")).containsExactly("00-" + traceId + "-00f067aa0ba902b7-01");
    }

    @Test
    void open_promises_and_those_at_risk_and_overdue_are_counted() {
        jan.orders();
        double before = sampled("journey_promises_open");
        UUID call = jan.isPromised(CALL, day.at("12:00"));
        day.quiet();

        assertThat(sampled("journey_promises_open")).isEqualTo(before + 1);

        jan.isKept(call, CALL);
        day.quiet();
        assertThat(sampled("journey_promises_open")).isEqualTo(before);
    }

    @Test
    void the_minutes_of_notice_are_measured_when_a_delay_notice_is_delivered() {
        jan.orders();
        double before = sampled("journey_notice_lead_seconds_count");
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        jan.mail(2);
        day.quiet();

        assertThat(sampled("journey_notice_lead_seconds_count")).isEqualTo(before + 1);
        assertThat(sampled("journey_notice_lead_seconds_max")).isGreaterThan(3 * 3600);
    }

    @Test
    void what_was_missed_without_notice_is_there_before_the_first_one() {
        assertThat(sampled("journey_events_recorded_total{type=\"promises.promise-missed.v1\"}"))
                .isNotNegative();
    }

    @Test
    void every_metric_named_in_dashboards_and_alerts_is_exported() throws IOException {
        figures.forEach(SampledFigures::sample);
        given().get("/q/health/live").then().statusCode(200);
        String scrape = given().get("/q/metrics").then().extract().asString();
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("..", "deploy", "monitoring"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                METRIC.matcher(Files.readString(file)).results().forEach(metric -> named.add(metric.group()));
            }
        }

        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(metric -> assertThat(scrape).containsPattern("(?m)^" + metric + "[{ ]"));
    }

    /** A meter as a scrape finds it right after a sample. */
    private double sampled(String meter) {
        figures.forEach(SampledFigures::sample);
        String scrape =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(meter) + "(?:\\{.*})? (\\S+)$")
                .matcher(scrape);
        assertThat(line.find()).as("%s in%n%s", meter, scrape).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
