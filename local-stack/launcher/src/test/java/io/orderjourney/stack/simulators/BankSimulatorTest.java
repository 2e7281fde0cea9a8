package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BankSimulatorTest extends SimulatorsFixture {

    private static final String MAREK = """
            {"reference": "marek-1", "amount": {"amountMinor": 249900, "currency": "PLN"},
             "applicant": {"customerId": "c-1"}}
            """;

    private int send(String path, String body, String contentType) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulators.port() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Response apply() throws Exception {
        return post("/bank/applications", MAREK, "Idempotency-Key", "marek-1");
    }

    @Test
    void an_application_is_accepted_with_the_time_of_the_decision() throws Exception {
        Response response = apply();

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.json().path("bankReference").asText()).startsWith("B-");
        assertThat(response.json().path("status").asText()).isEqualTo("UNDER_REVIEW");
        assertThat(response.json().path("expectedDecisionAt").asText()).isEqualTo("2026-11-23T16:00:00Z");
    }

    @Test
    void a_repeated_application_is_idempotent_and_counted() throws Exception {
        JsonNode first = apply().json();

        JsonNode second = apply().json();

        assertThat(second).isEqualTo(first);
        assertThat(ledgerKinds("bank")).containsExactly("accepted", "decided", "callback-planned", "repeated");
    }

    @Test
    void the_same_reference_with_another_body_is_refused() throws Exception {
        apply();

        Response other = post("/bank/applications", MAREK.replace("249900", "249901"), "Idempotency-Key", "marek-1");

        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void an_application_without_its_reference_in_the_header_is_refused() throws Exception {
        assertThat(post("/bank/applications", MAREK).status()).isEqualTo(400);
        assertThat(post("/bank/applications", MAREK, "Idempotency-Key", "another")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_decision_is_sent_not_a_millisecond_before_its_time() throws Exception {
        behave("bank", "{\"decisionDelay\": \"PT2H\"}");
        apply();

        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(get("/bank/applications/marek-1").json().path("status").asText())
                .isEqualTo("UNDER_REVIEW");
        assertThat(simulators.settling().get(0).settled().due()).isZero();
        assertThat(shop.calls()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        await().until(() -> shop.calls().size() == 1);
        FakeShop.Call call = shop.calls().get(0);
        assertThat(call.path()).isEqualTo("/api/v1/bank/decisions");
        assertThat(call.field("reference")).isEqualTo("marek-1");
        assertThat(call.field("decision")).isEqualTo("APPROVED");
        assertThat(call.field("decidedAt")).isEqualTo("2026-11-23T14:00:00Z");
        assertThat(call.body()).contains("\"approvedAmount\":{\"amountMinor\":249900,\"currency\":\"PLN\"}");
        assertThat(get("/bank/applications/marek-1").json().path("status").asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void a_withdrawn_application_is_not_decided_any_more() throws Exception {
        apply();

        Response withdrawn = post("/bank/applications/marek-1/withdrawal", "{\"reference\": \"marek-1\"}");
        assertThat(withdrawn.status()).isEqualTo(202);
        assertThat(withdrawn.json().path("withdrawnAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(post("/bank/applications/marek-1/withdrawal", "{}").status()).isEqualTo(202);
        assertThat(post("/bank/applications/nobody/withdrawal", "{}").status()).isEqualTo(404);

        assertThat(ledgerKinds("bank"))
                .containsExactly(
                        "accepted", "decided", "callback-planned", "withdrawn", "callback-dropped", "repeated");
        assertThat(simulators.settling().get(0).settled().nextDueAt()).isNull();
    }

    @Test
    void a_bank_may_need_longer_than_it_says() throws Exception {
        behave("bank", "{\"decisionPromise\": \"PT4H\", \"decisionDelay\": \"PT28H\"}");

        assertThat(apply().json().path("expectedDecisionAt").asText()).isEqualTo("2026-11-23T16:00:00Z");
        assertThat(simulators.settling().get(0).settled().nextDueAt()).isEqualTo("2026-11-24T16:00:00Z");
    }

    @Test
    void calls_are_signed_with_the_shared_secret() throws Exception {
        behave("bank", "{\"decisionDelay\": \"PT0S\", \"decision\": \"REFUSED\"}");
        apply();
        await().until(() -> !shop.calls().isEmpty());
        FakeShop.Call call = shop.calls().get(0);

        assertThat(call.field("decision")).isEqualTo("REFUSED");
        assertThat(call.isSignedWith(SECRET)).isTrue();
        assertThat(call.isSignedWith(SUPPLIER_SECRET)).isFalse();
    }

    @Test
    void a_callback_is_retried_under_the_same_id_until_the_shop_accepts_it() throws Exception {
        shop.respondWith(503);
        behave("bank", "{\"decisionDelay\": \"PT0S\"}");
        apply();
        await().until(() -> shop.calls().size() >= 2);
        assertThat(simulators.settling().get(0).settled().due()).isEqualTo(1);

        shop.respondWith(204);

        await().until(() -> simulators.settling().get(0).settled().due() == 0);
        assertThat(shop.calls())
                .extracting(call -> call.headers().get("webhook-id"))
                .containsOnly("decision-marek-1");
        assertThat(ledgerKinds("bank")).contains("callback-refused", "callback-answered");
    }

    @Test
    void a_refused_call_waits_for_a_person_instead_of_holding_up_the_clock() throws Exception {
        shop.respondWith(422);
        behave("bank", "{\"decisionDelay\": \"PT0S\"}");
        apply();

        await().until(() -> simulators.settling().get(0).settled().parked() == 1);

        assertThat(simulators.settling().get(0).settled().due()).isZero();
    }

    @Test
    void a_silent_bank_accepts_applications_and_sends_nothing() throws Exception {
        behave("bank", "{\"silent\": true}");
        assertThat(apply().status()).isEqualTo(202);

        clock.advance(Duration.ofDays(30));

        assertThat(simulators.settling().get(0).settled().due()).isZero();
        assertThat(simulators.settling().get(0).settled().nextDueAt()).isNull();
    }

    @Test
    void a_bank_can_lend_a_part_and_decide_again_under_another_number() throws Exception {
        behave("bank", "{\"manual\": true}");
        apply();

        play("/bank/applications/marek-1/decide", "{\"decision\": \"APPROVED\", \"approvedAmountMinor\": 100000}");
        await().until(() -> shop.calls().size() == 1);
        play("/bank/applications/marek-1/decide", "{\"decision\": \"REFUSED\"}");
        await().until(() -> shop.calls().size() == 2);

        assertThat(shop.calls().get(0).body()).contains("\"amountMinor\":100000,\"currency\":\"PLN\"");
        assertThat(shop.calls().get(1).field("decision")).isEqualTo("REFUSED");
        assertThat(shop.calls().get(1).field("bankReference"))
                .startsWith(shop.calls().get(0).field("bankReference"))
                .isNotEqualTo(shop.calls().get(0).field("bankReference"));
    }

    @Test
    void a_person_can_decide_and_send_papers_by_hand() throws Exception {
        behave("bank", "{\"manual\": true}");
        apply();

        play("/bank/applications/marek-1/decide", "{\"decision\": \"REFUSED\"}");
        await().until(() -> shop.calls().size() == 1);
        play("/bank/applications/marek-1/papers", "{\"status\": \"SENT\", \"expectedAt\": \"2026-11-25T10:00:00Z\"}");
        await().until(() -> shop.calls().size() == 2);

        assertThat(shop.calls().get(0).field("decision")).isEqualTo("REFUSED");
        assertThat(shop.calls().get(1).path()).isEqualTo("/api/v1/bank/papers");
        assertThat(shop.calls().get(1).field("status")).isEqualTo("SENT");
        assertThat(shop.calls().get(1).field("expectedAt")).isEqualTo("2026-11-25T10:00:00Z");
    }

    @Test
    void only_the_operator_plays_the_bank() throws Exception {
        behave("bank", "{\"manual\": true}");
        apply();

        assertThat(post("/bank/applications/marek-1/decide", "{\"decision\": \"APPROVED\"}")
                        .status())
                .isEqualTo(401);
        assertThat(post("/bank/applications/marek-1/papers", "{\"status\": \"SENT\"}")
                        .status())
                .isEqualTo(401);
        assertThat(shop.calls()).isEmpty();
    }

    @Test
    void a_form_of_a_web_page_reaches_no_simulator() throws Exception {
        assertThat(send("/bank/applications", MAREK, "text/plain")).isEqualTo(415);
        assertThat(send("/sms/messages", "{}", "application/x-www-form-urlencoded"))
                .isEqualTo(415);
    }

    @Test
    void papers_follow_the_agreement() throws Exception {
        behave("bank", "{\"decisionDelay\": \"PT0S\", \"papersDelay\": \"P1D\"}");
        apply();
        await().until(() -> shop.calls().size() == 1);

        post("/bank/applications/marek-1/agreement", "{}");
        post("/bank/applications/marek-1/agreement", "{}");
        await().until(() -> shop.calls().size() == 2);
        clock.advance(Duration.ofDays(1));
        await().until(() -> shop.calls().size() == 3);

        assertThat(shop.calls()).extracting(call -> call.field("status")).containsExactly("", "SENT", "DELIVERED");
        assertThat(ledgerKinds("bank")).containsOnlyOnce("agreement");
    }

    @Test
    void pending_callbacks_survive_a_restart() throws Exception {
        behave("bank", "{\"decisionDelay\": \"PT2H\"}");
        apply();

        restart();
        assertThat(apply().status()).isEqualTo(202);
        clock.advance(Duration.ofHours(2));

        await().until(() -> shop.calls().size() == 1);
        assertThat(shop.calls().get(0).field("decision")).isEqualTo("APPROVED");
    }

    @Test
    void callbacks_go_to_the_url_of_the_application() throws Exception {
        try (FakeShop another = new FakeShop()) {
            behave("bank", "{\"decisionDelay\": \"PT0S\"}");
            String body = MAREK.replace(
                    "\"applicant\"", "\"callbackUrl\": \"" + another.url() + "/api/v1/bank/decisions\", \"applicant\"");

            post("/bank/applications", body, "Idempotency-Key", "marek-1");

            await().until(() -> another.calls().size() == 1);
            assertThat(another.calls().get(0).path()).isEqualTo("/api/v1/bank/decisions");
            assertThat(shop.calls()).isEmpty();
        }
    }

    @Test
    void an_unknown_application_is_not_found() throws Exception {
        assertThat(get("/bank/applications/nobody").status()).isEqualTo(404);
        assertThat(post("/bank/applications/nobody/agreement", "{}").status()).isEqualTo(404);
    }
}
