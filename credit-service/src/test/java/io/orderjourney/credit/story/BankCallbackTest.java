package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.credit.story.TestBank.Mood;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank's callbacks: signed, twice, too early, again and otherwise. */
@QuarkusTest
class BankCallbackTest extends CreditShop {

    private static final MeterRegistry METRICS = new SimpleMeterRegistry();

    @BeforeAll
    static void export_metrics() {
        Metrics.addRegistry(METRICS);
    }

    @AfterAll
    static void stop_exporting() {
        Metrics.removeRegistry(METRICS);
    }

    @Test
    void an_approval_is_recorded_and_followed_by_an_appointment() {
        shift("ewa", today(), "09:00", "19:00");
        UUID orderId = submittedOrder();
        checkIn("ewa").ok();

        ApiResponse response = decide(applicationOf(orderId), "APPROVED").ok();

        assertThat(response.text("/result")).isEqualTo("RECORDED");
        assertThat(facts(orderId))
                .containsSubsequence("credit.credit-approved.v1", "credit.signing-appointment-booked.v1");
        ApiResponse application = show(applicationOf(orderId));
        assertThat(application.text("/state")).isEqualTo("APPROVED");
        assertThat(application.text("/decision/outcome")).isEqualTo("APPROVED");
        assertThat(application.text("/appointment/expertId")).isEqualTo("ewa");
    }

    @Test
    void the_decision_promise_is_kept_once_the_customer_was_told() {
        UUID orderId = approvedOrder();
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen()).isTrue();

        told(orderId, NoticeSubject.ORDER_CONFIRMED);
        told(orderId, NoticeSubject.CREDIT_REFUSED);
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen())
                .as("that was another message")
                .isTrue();

        told(orderId, NoticeSubject.CREDIT_APPROVED);
        Promise kept = promise(orderId, PromiseKind.CREDIT_DECISION);
        assertThat(kept.keptAt()).isNotNull();
        assertThat(kept.evidence()).startsWith("notice ");
    }

    @Test
    void a_message_about_a_decision_that_was_not_made_keeps_no_promise() {
        UUID orderId = submittedOrder();
        told(orderId, NoticeSubject.CREDIT_APPROVED);

        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen()).isTrue();
    }

    @Test
    void a_refusal_owes_the_customer_nothing_but_the_decision_itself() {
        UUID orderId = submittedOrder();
        decide(applicationOf(orderId), "REFUSED").ok();

        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("REFUSED");
        assertThat(promised(orderId, PromiseKind.SIGNING_APPOINTMENT)).isEmpty();
        assertThat(promised(orderId, PromiseKind.NEXT_UPDATE)).isEmpty();
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).isOpen()).isTrue();

        told(orderId, NoticeSubject.CREDIT_REFUSED);
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).keptAt()).isNotNull();
        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
    }

    @Test
    void a_refusal_takes_the_place_of_the_update_that_an_approval_without_an_expert_promised() {
        UUID orderId = approvedOrder();
        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).isOpen()).isTrue();

        decide(applicationOf(orderId), "REFUSED").ok();

        assertThat(promise(orderId, PromiseKind.NEXT_UPDATE).withdrawnAt()).isNotNull();
        call(applicationOf(orderId), ApiClient.body("outcome", "REACHED", "applicationComplete", false))
                .refused(409, "transition-not-allowed");
    }

    @Test
    void the_same_decision_ten_times_is_recorded_once() {
        UUID orderId = submittedOrder();
        decide(applicationOf(orderId), "APPROVED").ok();
        int factsBefore = facts(orderId).size();

        for (int i = 0; i < 9; i++) {
            assertThat(decide(applicationOf(orderId), "APPROVED").ok().text("/result"))
                    .isEqualTo("UNCHANGED");
        }

        assertThat(facts(orderId)).hasSize(factsBefore);
    }

    @Test
    void a_corrected_amount_replaces_the_first_one_and_leaves_the_appointment() {
        shift("ewa", today().plusDays(1), "09:00", "19:00");
        UUID orderId = approvedOrder();
        String id = applicationOf(orderId);
        Map<String, Object> less = new HashMap<>(decision(id, "APPROVED"));
        less.put("approvedAmount", Map.of("amountMinor", 200_000, "currency", "PLN"));
        less.put("bankReference", "B-SECOND-LOOK");

        assertThat(client.callback("/api/v1/bank/decisions", less).ok().text("/result"))
                .isEqualTo("RECORDED");

        ApiResponse application = show(id);
        assertThat(application.text("/state")).isEqualTo("APPROVED");
        assertThat(application.text("/decision/approvedAmount/amountMinor")).isEqualTo("200000");
        assertThat(application.text("/bankReference")).isEqualTo("B-SECOND-LOOK");
        assertThat(facts(orderId, EventTypes.SIGNING_APPOINTMENT_BOOKED)).hasSize(1);
    }

    @Test
    void a_decision_about_an_application_not_submitted_is_refused() {
        UUID orderId = completeOrder();

        decide(applicationOf(orderId), "APPROVED").refused(409, "transition-not-allowed");
        assertThat(facts(orderId)).doesNotContain("credit.credit-approved.v1");
    }

    @Test
    void an_approved_amount_above_the_requested_one_is_refused() {
        UUID orderId = submittedOrder();
        Map<String, Object> more = new HashMap<>(decision(applicationOf(orderId), "APPROVED"));
        more.put("approvedAmount", Map.of("amountMinor", 249_901, "currency", "PLN"));

        client.callback("/api/v1/bank/decisions", more).refused(422, "approved-amount-invalid");
    }

    @Test
    void a_decision_that_overtakes_the_acknowledgement_counts_and_ends_the_retries() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        bank.behave(Mood.FORGETFUL);
        act(Caller.CREDIT, id, "submissions", "").ok();
        await().atMost(PATIENCE).until(() -> bank.has(id));

        decide(id, "APPROVED").ok();

        ApiResponse application = show(id);
        assertThat(application.text("/state")).isEqualTo("APPROVED");
        assertThat(application.text("/bankReference")).isEqualTo(TestBank.referenceOf(id));
        assertThat(application.text("/bankRequests/0/acknowledgedAt")).isNotEmpty();
        assertThat(facts(orderId))
                .containsSubsequence("credit.application-received-by-bank.v1", "credit.credit-approved.v1");
        bank.behave(Mood.WELL);
        clock.advance(Duration.ofHours(1));
        assertThat(facts(orderId, EventTypes.APPLICATION_RECEIVED_BY_BANK)).hasSize(1);
    }

    @Test
    void a_decision_about_an_unknown_application_is_parked_counted_and_shown_to_the_desk() {
        UUID unknown = UUID.randomUUID();
        double before = blockedCount();

        ApiResponse response = client.callback("/api/v1/bank/decisions", decision(unknown, "APPROVED"));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.text("/result")).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(parkedReferences()).containsOnlyOnce(unknown.toString());
        assertThat(blockedCount()).isEqualTo(before + 1);
    }

    @Test
    void a_report_over_kafka_about_an_unknown_application_is_parked_once() {
        UUID unknown = UUID.randomUUID();
        double before = blockedCount();

        deliver.report(
                EventTypes.BANK_DECISION_REPORTED,
                unknown.toString(),
                new BankDecisionReported(unknown, "B-1", BankDecision.REFUSED, null, clock.instant()));

        assertThat(parkedReferences()).containsOnlyOnce(unknown.toString());
        assertThat(blockedCount()).isEqualTo(before + 1);
    }

    private List<String> parkedReferences() {
        return client.get(Caller.CREDIT, "/api/v1/bank/parked-callbacks")
                .ok()
                .body()
                .findValuesAsText("reference");
    }

    private double blockedCount() {
        return METRICS.counter("journey.bank.callbacks.parked").count();
    }

    @Test
    void a_callback_without_the_right_signature_is_refused_and_changes_nothing() {
        UUID orderId = submittedOrder();
        String id = applicationOf(orderId);

        client.callback("/api/v1/bank/decisions", "/api/v1/bank/papers", decision(id, "APPROVED"), BankServer.SECRET)
                .refused(401, "signature-invalid");
        client.callback("/api/v1/bank/decisions", decision(id, "APPROVED"), "whsec_d3JvbmcgYnV0IGxvbmcgZW5vdWdo")
                .refused(401, "signature-invalid");
        client.post(Caller.CREDIT, "/api/v1/bank/decisions", decision(id, "APPROVED"))
                .refused(401, "signature-invalid");
        client.callback("/api/v1/bank/papers", ApiClient.body("reference", id), "whsec_d3JvbmcgYnV0IGxvbmcgZW5vdWdo")
                .refused(401, "signature-invalid");

        assertThat(show(id).text("/state")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_signed_callback_is_validated_all_the_same() {
        String id = applicationOf(submittedOrder());

        client.callback("/api/v1/bank/decisions", "{").refused(400, "json-malformed");
        client.callback("/api/v1/bank/decisions", ApiClient.body("reference", id))
                .refused(422, "validation");
        client.callback("/api/v1/bank/decisions", ApiClient.body("reference", "x", "decision", "APPROVED"))
                .refused(422, "validation");
        Map<String, Object> refusalWithMoney = new HashMap<>(decision(id, "REFUSED"));
        refusalWithMoney.put("approvedAmount", Map.of("amountMinor", 1, "currency", "PLN"));
        client.callback("/api/v1/bank/decisions", refusalWithMoney).refused(422, "validation");
        client.callback("/api/v1/bank/papers", ApiClient.body("reference", id, "status", "LOST"))
                .refused(422, "validation");
    }

    @Test
    void a_report_over_kafka_counts_like_a_callback() {
        UUID orderId = submittedOrder();
        UUID id = UUID.fromString(applicationOf(orderId));
        deliver.report(
                EventTypes.BANK_DECISION_REPORTED,
                id.toString(),
                new BankDecisionReported(id, TestBank.referenceOf(id), BankDecision.APPROVED, null, clock.instant()));

        assertThat(show(id.toString()).text("/state")).isEqualTo("APPROVED");
        assertThat(lastFact(orderId, EventTypes.CREDIT_APPROVED).approvedAmount())
                .isEqualTo(PHONE);
        assertThat(decide(id.toString(), "APPROVED").ok().text("/result")).isEqualTo("UNCHANGED");
    }
}
