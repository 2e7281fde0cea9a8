package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreditCallTest extends CreditShop {

    @Test
    void an_order_on_credit_gets_one_application_however_often_the_event_comes() {
        UUID orderId = order(PaymentMethod.CREDIT);

        assertThat(facts(orderId)).containsExactly("credit.application-opened.v1");
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("WAITING_FOR_CONFIRMATION");
        assertThat(promises.of(orderId)).isEmpty();
    }

    @Test
    void an_order_paid_at_the_counter_gets_no_application() {
        UUID orderId = order(PaymentMethod.ON_PICKUP);
        confirm(orderId);

        assertThat(facts(orderId)).isEmpty();
        assertThat(client.get(Caller.CREDIT, "/api/v1/applications?journeyId=" + orderId)
                        .ok()
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void a_confirmed_order_is_promised_the_credit_call_once() {
        UUID orderId = order(PaymentMethod.CREDIT);
        confirm(orderId);
        confirm(orderId);

        Promise call = promise(orderId, PromiseKind.CREDIT_CALL);
        assertThat(promised(orderId, PromiseKind.CREDIT_CALL)).hasSize(1);
        assertThat(call.dueAt()).isEqualTo(at(today(), "13:00"));
        assertThat(call.desk().name()).isEqualTo("CREDIT");
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("CALL_DUE");
    }

    @Test
    void the_call_that_completes_the_application_keeps_the_promise() {
        UUID orderId = completeOrder();

        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).keptAt()).isNotNull();
        assertThat(show(applicationOf(orderId)).text("/state")).isEqualTo("COMPLETE");
        assertThat(lastFact(orderId, EventTypes.CREDIT_CALL_LOGGED).applicationComplete())
                .isTrue();
    }

    @Test
    void case_B4_a_complete_application_that_is_not_sent_yet_is_the_desks_with_a_time() {
        UUID orderId = completeOrder();

        Promise decision = promise(orderId, PromiseKind.CREDIT_DECISION);
        assertThat(decision.isOpen()).isTrue();
        assertThat(decision.desk().name()).isEqualTo("CREDIT");

        act(Caller.CREDIT, applicationOf(orderId), "submissions", "").ok();
        assertThat(promised(orderId, PromiseKind.CREDIT_DECISION)).hasSize(1);
        assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).id()).isEqualTo(decision.id());
    }

    @Test
    void a_call_without_an_answer_is_logged_and_the_promise_stays() {
        UUID orderId = calledOrder();
        call(applicationOf(orderId), ApiClient.body("outcome", "NO_ANSWER")).ok();

        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).isOpen()).isTrue();
        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).revision()).isZero();
        assertThat(facts(orderId)).contains("credit.credit-call-logged.v1");
    }

    @Test
    void an_agreed_call_is_promised_for_the_window_around_its_time() {
        UUID orderId = calledOrder();
        call(
                        applicationOf(orderId),
                        ApiClient.body(
                                "outcome",
                                "CALL_LATER",
                                "applicationComplete",
                                false,
                                "callBackAt",
                                at(today(), "17:30")))
                .ok();

        Promise call = promise(orderId, PromiseKind.CREDIT_CALL);
        assertThat(call.windowStartAt()).isEqualTo(at(today(), "17:15"));
        assertThat(call.dueAt()).isEqualTo(at(today(), "17:45"));
        assertThat(call.revision()).isEqualTo(1);
        assertThat(call.deskReschedules())
                .as("the customer's wish costs the desk nothing")
                .isZero();
        assertThat(lastFact(orderId, EventTypes.PROMISE_RESCHEDULED).reason()).isEqualTo(ReasonCode.CUSTOMER_ASKED);
    }

    @Test
    void an_agreed_time_before_the_promised_one_takes_its_place() {
        UUID orderId = calledOrder();
        Instant agreedAt = clock.instant().plusSeconds(3600);

        call(
                        applicationOf(orderId),
                        ApiClient.body("outcome", "CALL_LATER", "applicationComplete", false, "callBackAt", agreedAt))
                .ok();

        Promise call = promise(orderId, PromiseKind.CREDIT_CALL);
        assertThat(call.windowStartAt()).isEqualTo(agreedAt.minusSeconds(900));
        assertThat(call.dueAt()).isEqualTo(agreedAt.plusSeconds(900));
    }

    @Test
    void a_call_outside_the_agreed_time_does_not_keep_it() {
        UUID orderId = calledOrder();
        String id = applicationOf(orderId);
        call(
                        id,
                        ApiClient.body(
                                "outcome",
                                "CALL_LATER",
                                "applicationComplete",
                                false,
                                "callBackAt",
                                at(today(), "17:30")))
                .ok();

        call(id, ApiClient.body("outcome", "REACHED", "applicationComplete", true))
                .ok();

        Promise call = promise(orderId, PromiseKind.CREDIT_CALL);
        assertThat(call.keptAt()).isNull();
        assertThat(call.withdrawnAt()).isNotNull();
        assertThat(show(id).text("/state")).isEqualTo("COMPLETE");
    }

    @Test
    void after_a_call_that_lacks_papers_it_is_the_customers_turn_until_the_application_is_complete() {
        UUID orderId = calledOrder();
        String id = applicationOf(orderId);

        call(id, ApiClient.body("outcome", "REACHED", "applicationComplete", false))
                .ok();
        CustomerTurn turn = promise(orderId, PromiseKind.CREDIT_CALL).turn();
        assertThat(turn).isNotNull();
        assertThat(turn.reason()).isEqualTo(WaitingReason.DOCUMENTS_MISSING);

        call(id, ApiClient.body("outcome", "REACHED", "applicationComplete", true))
                .ok();
        assertThat(promise(orderId, PromiseKind.CREDIT_CALL).keptAt()).isNotNull();
    }

    @Test
    void a_call_back_in_the_past_is_refused() {
        UUID orderId = calledOrder();

        call(
                        applicationOf(orderId),
                        ApiClient.body(
                                "outcome",
                                "CALL_LATER",
                                "applicationComplete",
                                false,
                                "callBackAt",
                                clock.instant().minusSeconds(1)))
                .refused(422, "validation");
        assertThat(facts(orderId)).doesNotContain("credit.credit-call-logged.v1");
    }

    @Test
    void a_call_back_outside_business_hours_is_refused_with_the_next_possible_time() {
        UUID orderId = calledOrder();
        ApiResponse refusal = call(
                applicationOf(orderId),
                ApiClient.body(
                        "outcome", "CALL_LATER", "applicationComplete", false, "callBackAt", at(today(), "22:00")));

        refusal.refused(422, "promise-refused");
        assertThat(OffsetDateTime.parse(refusal.text("/nextPossibleAt")).toInstant())
                .isEqualTo(at(today().plusDays(1), "09:00"));
        assertThat(facts(orderId)).doesNotContain("credit.credit-call-logged.v1");
    }

    @Test
    void contradicting_fields_of_a_call_are_refused() {
        String id = applicationOf(calledOrder());

        call(id, ApiClient.body("outcome", "CALL_LATER", "applicationComplete", false))
                .refused(422, "validation");
        call(id, ApiClient.body("outcome", "NO_ANSWER", "applicationComplete", true))
                .refused(422, "validation");
        call(
                        id,
                        ApiClient.body(
                                "outcome",
                                "NO_ANSWER",
                                "applicationComplete",
                                false,
                                "callBackAt",
                                at(today(), "17:00")))
                .refused(422, "validation");
        call(id, ApiClient.body("applicationComplete", false)).refused(422, "validation");
    }

    @Test
    void a_call_needs_the_current_version_and_an_idempotency_key() {
        String id = applicationOf(calledOrder());
        String path = "/api/v1/applications/" + id + "/calls";
        Map<String, Object> reached = ApiClient.body("outcome", "REACHED", "applicationComplete", true);

        client.post(Caller.CREDIT, path, reached, Map.of("Idempotency-Key", "k-1"))
                .refused(428, "precondition-required");
        client.post(Caller.CREDIT, path, reached, Map.of("Idempotency-Key", "k-1", "If-Match", "\"v99\""))
                .refused(412, "version-stale");
        client.post(Caller.CREDIT, path, reached, Map.of("If-Match", show(id).etag()))
                .refused(400, "idempotency-key-missing");
    }

    @Test
    void a_call_repeated_with_its_idempotency_key_is_logged_once() {
        UUID orderId = calledOrder();
        String id = applicationOf(orderId);
        Map<String, String> headers = Map.of("Idempotency-Key", "call-" + id, "If-Match", show(id).etag());
        Map<String, Object> reached = ApiClient.body("outcome", "REACHED", "applicationComplete", true);

        ApiResponse first = client.post(Caller.CREDIT, "/api/v1/applications/" + id + "/calls", reached, headers)
                .ok();
        ApiResponse again = client.post(Caller.CREDIT, "/api/v1/applications/" + id + "/calls", reached, headers)
                .ok();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(facts(orderId, EventTypes.CREDIT_CALL_LOGGED)).hasSize(1);
    }

    @Test
    void a_call_before_the_order_is_confirmed_is_refused_naming_the_state() {
        UUID orderId = order(PaymentMethod.CREDIT);

        ApiResponse refusal =
                call(applicationOf(orderId), ApiClient.body("outcome", "REACHED", "applicationComplete", true));

        assertThat(refusal.refused(409, "transition-not-allowed").text("/detail"))
                .contains("WAITING_FOR_CONFIRMATION");
    }

    @Test
    void applications_are_listed_by_state_a_page_at_a_time() {
        UUID one = calledOrder();
        UUID other = calledOrder();

        ApiResponse page = client.get(Caller.CREDIT, "/api/v1/applications?state=CALL_DUE&limit=1")
                .ok();
        int seen = 0;
        boolean both = false;
        while (true) {
            seen++;
            both |= page.text("/items/0/journeyId").equals(other.toString());
            assertThat(page.text("/items/0/state")).isEqualTo("CALL_DUE");
            if (page.body().path("next").isMissingNode()) {
                break;
            }
            page = client.get(Caller.CREDIT, "/api/v1/applications?state=CALL_DUE&limit=1&cursor=" + page.text("/next"))
                    .ok();
        }

        assertThat(seen).isGreaterThanOrEqualTo(2);
        assertThat(both).isTrue();
        assertThat(one).isNotEqualTo(other);
        client.get(Caller.CREDIT, "/api/v1/applications?state=NONSENSE").refused(400, "parameter-invalid");
    }

    @Test
    void an_unknown_application_is_not_found() {
        client.get(Caller.CREDIT, "/api/v1/applications/" + UUID.randomUUID()).refused(404, "application-not-found");
        act(Caller.CREDIT, UUID.randomUUID().toString(), "submissions", "").refused(404, "application-not-found");
    }

    private UUID calledOrder() {
        UUID orderId = order(PaymentMethod.CREDIT);
        confirm(orderId);
        return orderId;
    }
}
