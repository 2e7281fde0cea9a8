package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The signature at the pickup point, and the bank's papers after it. */
@QuarkusTest
class SignatureTest extends CreditShop {

    @Test
    void a_signature_keeps_the_appointment_and_promises_the_papers() {
        UUID orderId = orderOnSigningDay();
        String id = applicationOf(orderId);
        checkIn("ewa").ok();

        ApiResponse signed = act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "ewa"))
                .ok();

        assertThat(signed.text("/state")).isEqualTo("SIGNED");
        assertThat(signed.body().has("appointment")).isFalse();
        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).keptAt()).isNotNull();
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).keptAt()).isNotNull();
        Promise papers = promise(orderId, PromiseKind.BANK_PAPERS);
        assertThat(papers.isOpen()).isTrue();
        assertThat(papers.dueAt()).isEqualTo(at(today(), "19:00"));
        assertThat(lastFact(orderId, EventTypes.AGREEMENT_SIGNED).expertId()).isEqualTo("ewa");
        awaitAcknowledgement(id, 1);
        assertThat(bank.callsAbout(id)).anyMatch(call -> call.path().endsWith("/" + id + "/agreement"));
    }

    @Test
    void a_signature_with_an_expert_who_is_not_on_duty_is_refused() {
        UUID orderId = orderOnSigningDay();
        String id = applicationOf(orderId);

        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "ewa")).refused(409, "expert-not-on-duty");
        checkIn("ewa").ok();
        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "jan")).refused(409, "expert-not-on-duty");
        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "no such/name"))
                .refused(422, "validation");

        assertThat(promise(orderId, PromiseKind.SIGNING_APPOINTMENT).isOpen()).isTrue();
        assertThat(facts(orderId)).doesNotContain("credit.agreement-signed.v1");
    }

    @Test
    void a_signature_before_the_approval_is_refused() {
        shift("ewa", today(), "09:00", "18:00");
        checkIn("ewa").ok();
        UUID orderId = submittedOrder();

        act(Caller.CREDIT, applicationOf(orderId), "signatures", ApiClient.body("expertId", "ewa"))
                .refused(409, "transition-not-allowed");
    }

    @Test
    void an_expert_who_is_not_on_todays_roster_cannot_check_in() {
        shift("ewa", today().plusDays(1), "09:00", "18:00");

        checkIn("ewa").refused(409, "expert-not-on-roster");
    }

    @Test
    void sent_papers_are_an_estimate_and_only_the_check_in_keeps_the_promise() {
        UUID orderId = signedOrder();
        String id = applicationOf(orderId);
        Instant expectedAt = at(today().plusDays(1), "12:00");

        papers(id, "SENT", expectedAt, clock.instant()).ok();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).estimate()).satisfies(estimate -> {
            assertThat(estimate.expectedAt()).isEqualTo(expectedAt);
            assertThat(estimate.reason()).isEqualTo(ReasonCode.PARTNER_ESTIMATE);
        });

        goTo(today().plusDays(1), "12:00");
        papers(id, "DELIVERED", null, clock.instant()).ok();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).isOpen())
                .as("that the bank delivered them is no proof that we have them")
                .isTrue();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).estimate()).isNull();

        ApiResponse here = act(Caller.PICKUP_POINT, id, "papers", "").ok();
        assertThat(here.text("/state")).isEqualTo("PAPERS_IN");
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).keptAt()).isNotNull();
        assertThat(facts(orderId)).contains("credit.bank-papers-checked-in.v1");
        act(Caller.PICKUP_POINT, id, "papers", "").refused(409, "transition-not-allowed");
    }

    @Test
    void a_report_about_papers_counts_once_and_an_older_one_never() {
        UUID orderId = signedOrder();
        String id = applicationOf(orderId);
        Instant saidAt = clock.instant();
        Instant expectedAt = at(today().plusDays(1), "12:00");

        assertThat(papers(id, "SENT", expectedAt, saidAt).ok().text("/result")).isEqualTo("RECORDED");
        assertThat(papers(id, "SENT", expectedAt, saidAt).ok().text("/result")).isEqualTo("UNCHANGED");
        assertThat(papers(id, "DELIVERED", null, saidAt.plusSeconds(1)).ok().text("/result"))
                .isEqualTo("RECORDED");
        assertThat(papers(id, "SENT", expectedAt, saidAt).ok().text("/result")).isEqualTo("UNCHANGED");

        assertThat(facts(orderId, EventTypes.BANK_PAPERS_ANNOUNCED))
                .extracting("status")
                .containsExactly(PapersStatus.SENT, PapersStatus.DELIVERED);
    }

    @Test
    void papers_before_a_signature_are_refused_and_unknown_ones_parked() {
        UUID orderId = submittedOrder();

        papers(applicationOf(orderId), "SENT", null, clock.instant()).refused(409, "transition-not-allowed");
        assertThat(papers(UUID.randomUUID().toString(), "SENT", null, clock.instant())
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_search_takes_the_banks_estimate_back() {
        UUID orderId = signedOrder();
        String id = applicationOf(orderId);
        papers(id, "SENT", at(today().plusDays(1), "12:00"), clock.instant()).ok();

        ApiResponse searched = act(Caller.PICKUP_POINT, id, "papers/searches", ApiClient.body("lastSeen", "in the van"))
                .ok();

        assertThat(searched.text("/papers/lastSeen")).isEqualTo("in the van");
        assertThat(searched.text("/papers/searchStartedAt")).isNotEmpty();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).estimate()).isNull();
        assertThat(lastFact(orderId, EventTypes.PROMISE_ESTIMATED).reason()).isEqualTo(ReasonCode.PAPERS_MISSING);
        assertThat(lastFact(orderId, EventTypes.BANK_PAPERS_SEARCH_STARTED).lastSeen())
                .isEqualTo("in the van");

        act(Caller.CREDIT, id, "papers", "").ok();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).keptAt()).isNotNull();
    }

    @Test
    void papers_lost_after_the_check_in_are_promised_again() {
        UUID orderId = signedOrder();
        String id = applicationOf(orderId);
        act(Caller.CREDIT, id, "papers", "").ok();

        ApiResponse lost =
                act(Caller.CREDIT, id, "papers/searches", ApiClient.body()).ok();

        assertThat(lost.text("/state")).isEqualTo("SIGNED");
        assertThat(promised(orderId, PromiseKind.BANK_PAPERS)).hasSize(2);
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).isOpen()).isTrue();
    }

    @Test
    void papers_that_the_counter_does_not_find_are_searched_for_by_credit_with_a_due_time() {
        UUID orderId = signedOrder();
        act(Caller.CREDIT, applicationOf(orderId), "papers", "").ok();
        Instant foundAt = clock.instant();

        deliver.event(EventTypes.GATE_CLOSED, orderId, new GateClosed(Gate.BANK_PAPERS, "not at the counter", foundAt));

        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).isOpen()).isTrue();
        assertThat(promise(orderId, PromiseKind.BANK_PAPERS).dueAt()).isAfter(foundAt);
        assertThat(facts(orderId, EventTypes.BANK_PAPERS_SEARCH_STARTED)).hasSize(1);
        deliver.event(EventTypes.GATE_CLOSED, orderId, new GateClosed(Gate.BANK_PAPERS, "searched for", foundAt));
        assertThat(facts(orderId, EventTypes.BANK_PAPERS_SEARCH_STARTED))
                .as("our own search closes the gate too")
                .hasSize(1);

        act(Caller.CREDIT, applicationOf(orderId), "papers", "").ok();
        deliver.event(
                EventTypes.GATE_CLOSED,
                orderId,
                new GateClosed(Gate.BANK_PAPERS, "a late finding", foundAt.minusMillis(1)));
        deliver.event(
                EventTypes.GATE_CLOSED,
                orderId,
                new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", clock.instant()));
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("PAPERS_IN");
    }

    private UUID orderOnSigningDay() {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "09:00", "18:00");
        UUID orderId = approvedOrder();
        goTo(tomorrow, "09:00");
        return orderId;
    }

    private UUID signedOrder() {
        UUID orderId = orderOnSigningDay();
        checkIn("ewa").ok();
        act(Caller.CREDIT, applicationOf(orderId), "signatures", ApiClient.body("expertId", "ewa"))
                .ok();
        return orderId;
    }

    private ApiResponse papers(String id, String status, Instant expectedAt, Instant saidAt) {
        return client.callback(
                "/api/v1/bank/papers",
                ApiClient.body("reference", id, "status", status, "expectedAt", expectedAt, "occurredAt", saidAt));
    }
}
