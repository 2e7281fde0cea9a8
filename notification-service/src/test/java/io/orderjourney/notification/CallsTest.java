package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When no written channel works, a person calls, and what they told is delivered. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class CallsTest {

    private static final PromiseKind CONFIRMATION = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;
    private UUID promise;

    @BeforeEach
    void promiseCallForThree() {
        everythingWorks();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        promise = jan.isPromised(CONFIRMATION, day.at("15:00"));
        day.messagesLeave();
        jan.mail(1);
    }

    @AfterEach
    void cleanUp() {
        everythingWorks();
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_new_date_told_by_phone_counts_as_delivered() {
        nothingGetsThrough();
        jan.isMoved(promise, CONFIRMATION, 1, day.at("15:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.quiet();
        String message = jan.notices().getString("items.findAll { it.rescheduled }[0].id");

        done(callFor(message), "prefers to wait");
        day.goTo("15:05");

        CustomerWarned warned = facts(EventTypes.CUSTOMER_WARNED.wireName(), CustomerWarned.class)
                .get(0);
        assertThat(warned.channel()).isEqualTo(Channel.CALL);
        assertThat(warned.noticeId()).hasToString(message);
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN_RESCHEDULED");
        assertThat(types()).doesNotContain("promises.promise-missed.v1");
        assertThat(jan.notices().getString("items.find { it.channel == 'CALL' }.state"))
                .isEqualTo("DELIVERED");
    }

    @Test
    void readiness_told_by_phone_counts_as_delivered() {
        nothingGetsThrough();
        jan.isReady(1);
        day.messagesLeave();
        day.quiet();

        done(callFor(jan.notices().getString("items.findAll { it.subjects }[-1].id")), "comes at once");

        CustomerTold told = facts(EventTypes.CUSTOMER_TOLD.wireName(), CustomerTold.class).stream()
                .filter(fact -> fact.channel() == Channel.CALL)
                .findFirst()
                .orElseThrow();
        assertThat(told.subjects()).contains(NoticeSubject.READY_FOR_PICKUP);
        assertThat(told.readiness()).isEqualTo(1);
    }

    @Test
    void a_call_after_readiness_ended_does_not_invite_the_customer() {
        nothingGetsThrough();
        jan.isReady(1);
        day.messagesLeave();
        day.quiet();
        String call = callFor(jan.notices().getString("items.findAll { it.subjects }[-1].id"));
        // Without a merge window: the stop leaves, and its call is opened, before she has dialled.
        jan.isNotReadyAnyMore(1);
        day.quiet();

        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"outcome\":\"told\"}")
                .post("/api/v1/desk-tasks/" + call + "/completion")
                .then()
                .statusCode(409);
        assertThat(facts(EventTypes.CUSTOMER_TOLD.wireName(), CustomerTold.class))
                .noneMatch(told -> told.subjects().contains(NoticeSubject.READY_FOR_PICKUP));
    }

    @Test
    void a_delivered_mail_closes_the_call_task() {
        gate().down();
        sms().mode(SmsStub.Mode.REFUSE);
        jan.isMoved(promise, CONFIRMATION, 1, day.at("15:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.pass(Duration.ofSeconds(31));
        day.quiet();
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");

        gate().up();
        day.pass(Duration.ofMinutes(5));

        assertThat(Jan.title(jan.mail(2))).startsWith("A new time");
        day.quiet();
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void a_newer_date_closes_the_call_about_the_older_one() {
        nothingGetsThrough();
        jan.isMoved(promise, CONFIRMATION, 1, day.at("15:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.quiet();
        assertThat(jan.tasks("SALES")).containsExactly("CALL_CUSTOMER");

        everythingWorks();
        jan.isMoved(promise, CONFIRMATION, 2, day.at("18:00"), day.at("19:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2))).contains("19:00", "15:00");
        day.quiet();
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void no_call_is_requested_for_a_promise_kept_meanwhile() {
        nothingGetsThrough();
        sms().meanwhile(() -> jan.isKept(promise, CONFIRMATION));
        jan.isMoved(promise, CONFIRMATION, 1, day.at("15:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.quiet();

        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("KEPT_ON_TIME");
        assertThat(jan.notices().getList("items.findAll { it.rescheduled }.state", String.class))
                .containsOnly("REJECTED");
        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @Test
    void a_removed_address_leads_to_the_next_channel() {
        gate().down();
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.isKnown(null, jan.phone, null);

        day.pass(Duration.ofSeconds(31));

        assertThat(jan.text(1).text()).contains("your goods have arrived");
        day.quiet();
        assertThat(jan.notices().getList("items.findAll { it.channel == 'EMAIL' }.state", String.class))
                .containsExactly("DELIVERED", "REJECTED");
    }

    private void nothingGetsThrough() {
        gate().mode(SmtpGate.Mode.REFUSE);
        sms().mode(SmsStub.Mode.REFUSE);
    }

    private static void everythingWorks() {
        gate().up();
        gate().mode(SmtpGate.Mode.PASS);
        sms().mode(SmsStub.Mode.TAKE);
    }

    /** The open task that stands for a message. */
    private String callFor(String message) {
        String task = given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/desk-tasks?journeyId=" + jan.journey)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.find { it.noticeId == '" + message + "' }.id");
        return Objects.requireNonNull(task, "No call stands for message " + message);
    }

    private static void done(String task, String outcome) {
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"outcome\":\"%s\"}".formatted(outcome))
                .post("/api/v1/desk-tasks/" + task + "/completion")
                .then()
                .statusCode(200);
    }

    private List<String> types() {
        return log.of(jan.journey).stream().map(event -> event.type()).toList();
    }

    private <T> List<T> facts(String type, Class<T> data) {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> ContractJson.read(event.data().getBytes(StandardCharsets.UTF_8), data))
                .toList();
    }

    private static SmtpGate gate() {
        return Objects.requireNonNull(MailAndSms.gate);
    }

    private static SmsStub sms() {
        return Objects.requireNonNull(MailAndSms.sms);
    }
}
