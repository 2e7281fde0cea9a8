package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.story.TestBank.Call;
import io.orderjourney.credit.story.TestBank.Mood;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bank over HTTP: well, slow, broken, forgetful, nonsensical, unavailable. */
@QuarkusTest
class BankTest extends CreditShop {

    @Inject
    DataSource database;

    @Test
    void a_submitted_application_reaches_the_bank_under_our_reference() {
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);

        List<Call> calls = bank.callsAbout(id);
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).key()).isEqualTo(id);
        assertThat(calls.get(0).body().at("/amount/amountMinor").asLong()).isEqualTo(249_900);
        assertThat(calls.get(0).body().at("/callbackUrl").asText()).isEqualTo("http://localhost/api/v1/bank");
        assertThat(calls.get(0).body().at("/applicant").size())
                .as("nothing personal but the id")
                .isEqualTo(1);
        assertThat(show(id).text("/bankReference")).isEqualTo(TestBank.referenceOf(id));
        assertThat(facts(orderId))
                .containsSubsequence(
                        "credit.credit-call-logged.v1",
                        "promises.promise-made.v1",
                        "credit.application-submitted.v1",
                        "credit.application-received-by-bank.v1");
    }

    @Test
    void the_decision_is_promised_for_the_end_of_a_business_day() {
        UUID orderId = submittedOrder();

        Promise decision = promise(orderId, PromiseKind.CREDIT_DECISION);
        assertThat(decision.dueAt()).isEqualTo(at(today(), "19:00"));
        assertThat(decision.partner()).isEqualTo("bank");
    }

    @Test
    void the_banks_expected_time_becomes_the_estimate_of_the_decision() {
        Instant expectedAt = at(today(), "16:00");
        bank.expectDecisionAt(expectedAt.toString());

        UUID orderId = submittedOrder();

        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).estimate()).satisfies(estimate -> {
            assertThat(estimate.expectedAt()).isEqualTo(expectedAt);
            assertThat(estimate.reason()).isEqualTo(ReasonCode.PARTNER_ESTIMATE);
        });
        assertThat(lastFact(orderId, EventTypes.APPLICATION_RECEIVED_BY_BANK).expectedDecisionAt())
                .isEqualTo(expectedAt);
    }

    @Test
    void an_implausible_date_of_the_bank_is_not_passed_on() {
        bank.behave(Mood.DREAMING);

        UUID orderId = submittedOrder();

        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).estimate()).isNull();
        assertThat(lastFact(orderId, EventTypes.APPLICATION_RECEIVED_BY_BANK).expectedDecisionAt())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"BROKEN", "GARBAGE", "CONFUSED", "FORGETFUL", "DEAD", "LOCKED", "REDIRECTING", "CHATTY", "SLOW"})
    void a_failed_request_is_retried_until_the_bank_has_it_once(Mood mood) {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(mood);
        ApiResponse submitted = act(Caller.CREDIT, id, "submissions", "").ok();
        assertThat(submitted.text("/state")).as("no request waits for the bank").isEqualTo("SUBMITTED");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(show(id).text("/bankRequests/0/lastFailure")).isNotEmpty());
        ApiResponse waiting = show(id);
        assertThat(waiting.text("/bankRequests/0/acknowledgedAt")).isEmpty();
        assertThat(waiting.text("/bankReference")).isEmpty();
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen())
                .as("the customer's date stands and is watched")
                .isTrue();

        bank.behave(Mood.WELL);
        awaitAcknowledgementInTime(id);
        assertThat(show(id).text("/bankReference")).isEqualTo(TestBank.referenceOf(id));
        assertThat(facts(orderId, EventTypes.APPLICATION_RECEIVED_BY_BANK)).hasSize(1);
    }

    @Test
    void a_rejected_request_is_not_repeated_until_the_desk_asks_for_it() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(Mood.STRICT);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(show(id).text("/bankRequests/0/rejectedAt")).isNotEmpty());
        assertThat(bank.callsAbout(id)).hasSize(1);
        assertThat(show(id).text("/bankRequests/0/lastFailure")).contains("400");
        assertThat(show(id).body().at("/bankRequests/0").has("nextAttemptAt")).isFalse();
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen())
                .as("the customer's date stands and is watched")
                .isTrue();
        assertThat(rejectedRequests()).contains(id);

        bank.behave(Mood.WELL);
        clock.advance(Duration.ofHours(2));
        awaitAcknowledgementInTime(applicationOf(submittedOrder()));
        assertThat(bank.callsAbout(id)).as("nobody asked again").hasSize(1);

        act(Caller.CREDIT, id, "bank-requests/APPLICATION/retries", "").ok();
        awaitAcknowledgement(id, 0);
        assertThat(show(id).body().at("/bankRequests/0").has("rejectedAt")).isFalse();
        assertThat(rejectedRequests()).doesNotContain(id);
        act(Caller.CREDIT, id, "bank-requests/APPLICATION/retries", "").refused(409, "bank-request-not-rejected");
    }

    private List<String> rejectedRequests() {
        return client.get(Caller.CREDIT, "/api/v1/bank/rejected-requests")
                .ok()
                .body()
                .findValuesAsText("applicationId");
    }

    @Test
    void after_a_lost_response_the_bank_is_asked_first_what_it_has() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(Mood.FORGETFUL);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(show(id).text("/bankRequests/0/lastFailure")).isNotEmpty());
        int failedCalls = bank.callsAbout(id).size();

        bank.behave(Mood.WELL);
        awaitAcknowledgementInTime(id);

        List<Call> afterwards =
                bank.callsAbout(id).subList(failedCalls, bank.callsAbout(id).size());
        assertThat(afterwards).extracting(Call::method).containsOnly("GET");
        assertThat(show(id).text("/bankReference")).isEqualTo(TestBank.referenceOf(id));
    }

    /** As when the process dies between the bank's response and the commit: all that is left is that the call began. */
    @Test
    void after_a_crash_during_the_call_the_bank_is_asked_before_the_request_is_repeated() throws SQLException {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        execute("alter table application add constraint no_receipt check (id <> '" + id
                + "' or bank_reference is null)");
        try {
            act(Caller.CREDIT, id, "submissions", "").ok();
            await().atMost(PATIENCE).until(() -> bank.callsAbout(id).size() >= 2);
            assertThat(show(id).text("/bankRequests/0/attempts")).isEqualTo("0");
        } finally {
            execute("alter table application drop constraint no_receipt");
        }

        awaitAcknowledgementInTime(id);
        assertThat(bank.callsAbout(id).get(0).method()).isEqualTo("POST");
        assertThat(bank.callsAbout(id).stream().skip(1))
                .extracting(Call::method)
                .containsOnly("GET");
        assertThat(show(id).text("/bankReference")).isEqualTo(TestBank.referenceOf(id));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void all_attempts_carry_the_same_key_and_body() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(Mood.BROKEN);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE).until(() -> bank.callsAbout(id).size() >= 3);
        bank.behave(Mood.WELL);
        awaitAcknowledgementInTime(id);

        List<Call> posts = bank.callsAbout(id).stream()
                .filter(call -> call.method().equals("POST"))
                .toList();
        assertThat(posts).hasSizeGreaterThan(1);
        assertThat(posts).extracting(Call::key).containsOnly(id);
        assertThat(posts).extracting(Call::body).containsOnly(posts.get(0).body());
    }

    @Test
    void after_an_outage_the_bank_gets_everything_and_nothing_twice() {
        bank.behave(Mood.DEAD);
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = applicationOf(completeOrder());
            act(Caller.CREDIT, id, "submissions", "").ok();
            waiting.add(id);
        }
        await().atMost(PATIENCE)
                .until(() -> waiting.stream()
                        .anyMatch(id ->
                                !show(id).text("/bankRequests/0/lastFailure").isEmpty()));
        clock.advance(Duration.ofHours(1));
        assertThat(waiting).noneMatch(bank::has);

        bank.behave(Mood.WELL);
        waiting.forEach(this::awaitAcknowledgementInTime);

        assertThat(waiting).allMatch(bank::has);
        // Requests of other tests waited for the bank as well.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(client.get(Caller.OPERATOR, "/demo/settled")
                                .ok()
                                .body()
                                .path("due")
                                .asLong())
                        .isZero());
    }

    @Test
    void the_demo_clock_knows_the_next_attempt() {
        String id = applicationOf(completeOrder());
        bank.behave(Mood.BROKEN);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(show(id).text("/bankRequests/0/lastFailure")).isNotEmpty());

        Instant next = OffsetDateTime.parse(show(id).text("/bankRequests/0/nextAttemptAt"))
                .toInstant();
        Instant said =
                Instant.parse(client.get(Caller.OPERATOR, "/demo/settled").ok().text("/nextDueAt"));
        assertThat(said).isBeforeOrEqualTo(next);
        bank.behave(Mood.WELL);
        awaitAcknowledgementInTime(id);
    }

    /** Lets business time pass until the bank has it: attempts are minutes apart there, and no time at all here. */
    private void awaitAcknowledgementInTime(String id) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            clock.advance(Duration.ofMinutes(2));
            return !show(id).text("/bankRequests/0/acknowledgedAt").isEmpty();
        });
    }
}
