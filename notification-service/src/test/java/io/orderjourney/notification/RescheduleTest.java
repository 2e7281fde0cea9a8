package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises that reschedule, by whomever: what is said, what is counted, and that everybody ends with the same date. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class RescheduleTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void placeOrderOnMonday() {
        Objects.requireNonNull(MailAndSms.gate).up();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
    }

    @AfterEach
    void cleanUp() {
        Objects.requireNonNull(MailAndSms.gate).up();
        jan.goesHome();
        day.quiet();
    }

    @Test
    void invariant_5_and_6_a_reschedule_is_announced_before_the_old_time() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("A new time");
        assertThat(Jan.body(jan.mail(2)))
                .contains("We are sorry", "17:00", "14:00", "choose another time or cancel", "/o/");
        assertThat(jan.promises().getString("items[0].dates[1].deliveredAt")).isNotNull();
        assertThat(types()).contains("notices.customer-warned.v1");
        // The copy that staff can read holds no key to the customer's page.
        assertThat(jan.notices().getList("items.text", String.class)).noneMatch(text -> text.contains("/answers/"));
    }

    @Test
    void invariant_8_reschedules_within_the_merge_window_are_one_message() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.quiet();
        jan.isMoved(call, CALL, 2, day.at("15:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2))).contains("17:00", "14:00").doesNotContain("15:00");
        day.quiet();
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void a_delay_taken_back_within_the_merge_window_is_never_announced() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.quiet();
        jan.isMoved(call, CALL, 2, day.at("17:00"), day.at("14:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        day.quiet();
        assertThat(jan.mails()).hasSize(1);
        assertThat(jan.notices().getList("items.state", String.class)).contains("DROPPED");
    }

    @Test
    void invariant_8_an_announced_slip_that_recovered_gets_an_all_clear() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        jan.mail(2);

        jan.isMoved(call, CALL, 2, day.at("15:00"), day.at("14:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(3))).startsWith("Back on time");
        assertThat(Jan.body(jan.mail(3))).doesNotContain("sorry");
    }

    @Test
    void a_reschedule_at_the_customers_request_is_confirmed_without_apology() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("18:00"), ReasonCode.CUSTOMER_ASKED);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("As agreed");
        assertThat(Jan.body(jan.mail(2))).doesNotContain("sorry");
        day.goTo("14:05");
        assertThat(types()).doesNotContain("promises.promise-missed.v1");
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN_RESCHEDULED");
    }

    @Test
    void a_delay_notice_is_dropped_once_the_promise_is_kept() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.quiet();

        jan.isKept(call, CALL);
        day.messagesLeave();

        day.quiet();
        assertThat(jan.titles()).noneMatch(title -> title.startsWith("A new time"));
    }

    @Test
    void invariant_5_a_missed_date_without_a_delivered_notice_is_escalated() {
        jan.isKnown(jan.address, null, null);
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        jan.mail(1);
        Objects.requireNonNull(MailAndSms.gate).down();

        day.goTo("14:02");

        assertThat(types()).containsOnlyOnce("promises.promise-missed.v1");
        assertThat(jan.tasks("MANAGEMENT")).containsExactly("ESCALATION");
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("MISSED_UNANNOUNCED");
        // Keeping it in the end does not undo it, and management still decides what the shop does.
        jan.isKept(call, CALL);
        day.quiet();
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("MISSED_UNANNOUNCED");
        assertThat(jan.tasks("MANAGEMENT")).containsExactly("ESCALATION");
    }

    @Test
    void invariant_10_an_estimate_runs_the_same_path_once() {
        UUID decision = jan.isPromised(PromiseKind.CREDIT_DECISION, day.at("19:00"));
        day.quiet();

        estimate(decision, day.at("36:00"));
        day.quiet();
        estimate(decision, day.at("36:00"));
        day.quiet();

        List<PromiseAtRisk> risks = facts(EventTypes.PROMISE_AT_RISK.wireName(), PromiseAtRisk.class);
        assertThat(risks).hasSize(1);
        assertThat(risks.get(0).proposedDueAt()).isAfter(day.at("36:00"));
        assertThat(jan.promises().getString("items[0].outlook")).isEqualTo("AT_RISK");

        estimate(decision, day.at("38:00"));
        day.quiet();
        assertThat(facts(EventTypes.PROMISE_AT_RISK.wireName(), PromiseAtRisk.class))
                .hasSize(2);
    }

    @Test
    void a_new_date_closes_the_desks_task() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.goTo("12:20");
        day.goTo("12:50");
        assertThat(jan.tasks("SALES")).as("one row for one promise").containsExactly("NEW_DATE");

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.quiet();

        assertThat(jan.tasks("SALES")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_concurrent_reschedules_the_watchs_wins_in_any_order(boolean watchFirst) {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        Instant owners = day.at("16:00");
        Instant watchs = day.at("18:00");

        for (boolean bySystem : watchFirst ? List.of(true, false) : List.of(false, true)) {
            jan.isMoved(call, CALL, 1, day.at("14:00"), bySystem ? watchs : owners, ReasonCode.DESK_BUSY, bySystem);
        }
        day.messagesLeave();

        JsonPath ledger = jan.promises();
        assertThat(instant(ledger, "items[0].dueAt")).isEqualTo(watchs);
        assertThat(ledger.getInt("items[0].revision")).isEqualTo(1);
        assertThat(instant(ledger, "items[0].dates[1].dueAt")).isEqualTo(watchs);
    }

    @Test
    void a_desk_that_reschedules_in_time_is_not_overridden() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        day.goTo("13:10");

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        day.goTo("14:05");

        assertThat(jan.promises().getList("items[0].dates.decidedBy", String.class))
                .containsExactly("policy", "sales:anna");
        assertThat(Jan.body(jan.mail(2))).contains("17:00");
        assertThat(types()).doesNotContain("promises.promise-missed.v1", "promises.promise-rescheduled.v1");
    }

    @Test
    void an_owners_reschedule_that_crosses_the_watchs_changes_nothing() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        day.goTo("13:15");
        JsonPath rescheduled = jan.promises();
        assertThat(rescheduled.getInt("items[0].revision")).isEqualTo(1);
        Instant watchs = instant(rescheduled, "items[0].dueAt");

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(instant(jan.promises(), "items[0].dueAt")).isEqualTo(watchs);
        jan.mail(2);
        day.quiet();
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void reschedules_out_of_order_end_with_the_last_one() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        jan.isMoved(call, CALL, 2, day.at("16:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        JsonPath ledger = jan.promises();
        assertThat(ledger.getInt("items[0].revision")).isEqualTo(2);
        assertThat(instant(ledger, "items[0].dueAt")).isEqualTo(day.at("18:00"));
    }

    @Test
    void invariant_3_the_first_date_never_changes_and_every_change_has_a_reason() {
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.DESK_BUSY);
        jan.isMoved(call, CALL, 2, day.at("16:00"), day.at("17:00"), ReasonCode.CUSTOMER_NOT_REACHED);
        day.goTo("16:20");

        JsonPath ledger = jan.promises();
        assertThat(instant(ledger, "items[0].firstPromisedAt")).isEqualTo(day.at("14:00"));
        assertThat(ledger.getList("items[0].dates.reason", String.class))
                .containsExactly(null, "DESK_BUSY", "CUSTOMER_NOT_REACHED", "DESK_BUSY");
        assertThat(ledger.getList("items[0].dates.decidedBy", String.class))
                .containsExactly("policy", "sales:anna", "sales:anna", "watch");
    }

    @Test
    void invariant_4_the_watchs_date_lies_in_business_hours_and_can_be_kept() {
        jan.isPromised(CALL, day.at("19:30"));
        day.goTo("18:46");

        Instant dueAt = instant(jan.promises(), "items[0].dueAt");
        assertThat(Fixtures.TERMS.calendar(Desk.SALES).covers(dueAt)).isTrue();
        // Four hours of the desk's work after half past seven: half an hour today, the rest tomorrow from nine.
        assertThat(dueAt).isEqualTo(day.at("36:30"));
    }

    @Test
    void invariant_4_an_impossible_time_is_refused_with_the_earliest_one() {
        JsonPath nothing = jan.promises();
        assertThat(nothing.getList("items")).isEmpty();
        UUID update = silence();

        String etag = "\"v0\"";
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body("{\"dueAt\":\"%s\",\"reason\":\"DESK_BUSY\"}"
                        .formatted(day.now().plus(Duration.ofMinutes(1))))
                .post("/api/v1/promises/" + update + "/reschedule")
                .then()
                .statusCode(422)
                .body("code", equalTo("promise-refused"))
                .body("nextPossibleAt", notNullValue());
    }

    private UUID silence() {
        day.pass(Duration.ofSeconds(61));
        return UUID.fromString(jan.promises().getString("items[0].id"));
    }

    private void estimate(UUID promise, Instant expectedAt) {
        jan.receives(
                EventTypes.PROMISE_ESTIMATED,
                new PromiseEstimated(
                        promise,
                        PromiseKind.CREDIT_DECISION,
                        expectedAt,
                        ReasonCode.BANK_LATE,
                        "credit-service",
                        day.now()));
    }

    private List<String> types() {
        return log.of(jan.journey).stream().map(RecordedEvent::type).toList();
    }

    private <T> List<T> facts(String type, Class<T> data) {
        return log.of(jan.journey).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> ContractJson.read(event.data().getBytes(StandardCharsets.UTF_8), data))
                .toList();
    }

    private static Instant instant(JsonPath json, String path) {
        return OffsetDateTime.parse(json.getString(path)).toInstant();
    }
}
