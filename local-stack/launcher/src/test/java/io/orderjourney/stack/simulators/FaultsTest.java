package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultsTest extends SimulatorsFixture {

    private static final String HELLO = "{\"reference\": \"n-1\", \"to\": \"+48600100200\", \"text\": \"Hello\"}";

    @Test
    void a_gateway_that_is_down_cuts_the_connection() throws Exception {
        behave("sms", "{\"down\": true}");

        assertThatThrownBy(() -> post("/sms/messages", HELLO)).isInstanceOf(IOException.class);
        assertThat(ledgerKinds("sms")).contains("failed").doesNotContain("accepted");
    }

    @Test
    void an_error_before_the_work_leaves_nothing_done() throws Exception {
        behave("sms", "{\"errorRate\": 1, \"errorStatus\": 500}");

        assertThat(post("/sms/messages", HELLO).status()).isEqualTo(500);
        assertThat(ledgerKinds("sms")).doesNotContain("accepted");
    }

    @Test
    void an_error_after_the_work_leaves_the_message_sent_once() throws Exception {
        behave("sms", "{\"errorRate\": 1, \"errorAfterWork\": true}");
        assertThat(post("/sms/messages", HELLO).status()).isEqualTo(503);

        behave("sms", "{}");

        assertThat(get("/sms/messages/n-1").json().path("status").asText()).isEqualTo("DELIVERED");
        assertThat(post("/sms/messages", HELLO).status()).isEqualTo(202);
        assertThat(ledgerKinds("sms")).containsOnlyOnce("accepted").containsOnlyOnce("repeated");
    }

    @Test
    void garbage_is_a_page_where_json_is_expected() throws Exception {
        behave("sms", "{\"garbage\": true}");

        Response response = post("/sms/messages", HELLO);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).startsWith("<html>");
    }

    @Test
    void a_slow_gateway_responds_late() throws Exception {
        behave("sms", "{\"responseDelayMillis\": 300}");
        long begun = System.nanoTime();

        assertThat(post("/sms/messages", HELLO).status()).isEqualTo(202);

        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void an_error_rate_hits_about_its_share_of_the_calls() throws Exception {
        behave("sms", "{\"errorRate\": 0.5}");
        int errors = 0;
        for (int i = 0; i < 200; i++) {
            errors += post("/sms/messages", HELLO.replace("n-1", "n-" + i)).status() == 503 ? 1 : 0;
        }

        assertThat(errors).isBetween(70, 130);
    }

    @Test
    void only_the_operator_changes_a_behaviour() throws Exception {
        assertThat(put("/sms/behaviour", "{\"down\": true}").status()).isEqualTo(401);
        assertThat(put("/sms/behaviour", "{\"down\": true}", "Authorization", "Bearer partner-token")
                        .status())
                .isEqualTo(401);
        assertThat(get("/sms/behaviour").json().path("down").asBoolean()).isFalse();
    }

    @Test
    void an_unknown_behaviour_is_refused_by_name() throws Exception {
        Response response = put("/bank/behaviour", "{\"slow\": true}", "Authorization", "Bearer operator-token");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("slow").contains("decisionDelay");
    }

    @Test
    void what_is_not_named_goes_back_to_its_usual_value() throws Exception {
        behave("bank", "{\"silent\": true, \"decisionDelay\": \"PT28H\"}");

        behave("bank", "{\"decision\": \"REFUSED\"}");

        assertThat(get("/bank/behaviour").json().path("silent").asBoolean()).isFalse();
        assertThat(get("/bank/behaviour").json().path("decisionDelay").asText()).isEqualTo("PT2H");
        assertThat(get("/bank/behaviour").json().path("decision").asText()).isEqualTo("REFUSED");
    }
}
