package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.testing.PublishedContract;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.testservers.TopicTail;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Everything this service publishes holds what its contract says, and names no customer. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PublishedEventsTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Test
    void every_published_event_type_matches_its_contract() {
        ShopDay day = new ShopDay(clock);
        Set<String> before = places(onTheTopics());
        Jan jan = new Jan(events, day).isKnown().orders();
        aStoryWithEverything(day, jan);

        List<ConsumerRecord<byte[], byte[]>> records = onTheTopics().stream()
                .filter(record -> !before.contains(place(record)))
                .filter(record -> header(record, "ce_source").equals("/notification-service"))
                .toList();
        Map<String, Integer> seen = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String type = header(record, "ce_type");
            PublishedContract.check(type, record.value());
            seen.merge(type, 1, Integer::sum);
            String json = new String(record.value(), StandardCharsets.UTF_8);
            assertThat(json).doesNotContain("Kowalski", "@example.org", "+4860");
        }

        Set<String> told = new HashSet<>();
        List.of(
                        EventTypes.PROMISE_MADE,
                        EventTypes.PROMISE_RESCHEDULED,
                        EventTypes.PROMISE_AT_RISK,
                        EventTypes.PROMISE_MISSED,
                        EventTypes.PROMISE_KEPT,
                        EventTypes.PROMISE_WITHDRAWN,
                        EventTypes.CUSTOMER_WARNED,
                        EventTypes.CUSTOMER_TOLD,
                        EventTypes.NOTICE_UNDELIVERED,
                        EventTypes.DESK_TASK_OPENED,
                        EventTypes.DESK_TASK_DONE,
                        EventTypes.CUSTOMER_ANSWERED,
                        EventTypes.SHOP_POLICY_CHANGED)
                .forEach(type -> told.add(type.wireName()));
        assertThat(seen.keySet()).isEqualTo(told);
        jan.goesHome();
        day.quiet();
    }

    private static void aStoryWithEverything(ShopDay day, Jan jan) {
        SmtpGate gate = Objects.requireNonNull(MailAndSms.gate);
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        Matcher link = Pattern.compile("/o/([A-Za-z0-9_-]{20})").matcher(Jan.body(jan.mail(2)));
        assertThat(link.find()).isTrue();
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("answer", "CALL_ME")
                .post("/o/" + link.group(1))
                .then()
                .statusCode(303);
        day.goTo("13:20");
        day.goTo("13:50");
        gate.mode(SmtpGate.Mode.REFUSE);
        jan.isKnown(jan.address, null, null);
        day.goTo("15:05");
        gate.mode(SmtpGate.Mode.PASS);
        jan.isKnown();
        jan.isKept(call, CALL);
        day.pass(Duration.ofSeconds(61));
        day.messagesLeave();
        String update = jan.promises().getString("items.find { it.kind == 'NEXT_UPDATE' }.id");
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"text\":\"All is well.\"}")
                .post("/api/v1/next-updates/" + update)
                .then()
                .statusCode(202);
        day.messagesLeave();
        day.pass(Duration.ofSeconds(61));
        thePolicyIsSavedOnceMore();
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.quiet();
    }

    private static void thePolicyIsSavedOnceMore() {
        String policy =
                given().auth().oauth2(ShopDay.MANAGEMENT).get("/api/v1/policy").asString();
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("If-Match", "\"v" + JsonPath.from(policy).getInt("revision") + "\"")
                .contentType("application/json")
                .body(policy)
                .put("/api/v1/policy")
                .then()
                .statusCode(200);
    }

    /** The day is quiet: what was told is on the topics, behind what other tests wrote in this service's name. */
    private static List<ConsumerRecord<byte[], byte[]>> onTheTopics() {
        return Stream.of("promises", "notices", "policies")
                .flatMap(topic -> TopicTail.of(topic).stream())
                .toList();
    }

    private static Set<String> places(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(PublishedEventsTest::place).collect(Collectors.toSet());
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + " " + record.offset();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
