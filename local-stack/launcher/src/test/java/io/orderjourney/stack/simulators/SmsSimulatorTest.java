package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsSimulatorTest extends SimulatorsFixture {

    private static final String MAREK = "{\"reference\": \"n-1\", \"to\": \"+48600100200\", \"text\": \"Jutro o 14\"}";
    private static final String ANNA = "{\"reference\": \"n-2\", \"to\": \"+48600100299\", \"text\": \"Dziś\"}";

    @Test
    void a_message_is_kept_with_its_business_time() throws Exception {
        assertThat(post("/sms/messages", MAREK).status()).isEqualTo(202);

        Response kept = get("/sms/messages/n-1");
        assertThat(kept.json().path("text").asText()).isEqualTo("Jutro o 14");
        assertThat(kept.json().path("sentAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void the_same_reference_sends_no_second_message() throws Exception {
        Response first = post("/sms/messages", MAREK);
        Response second = post("/sms/messages", MAREK);

        assertThat(second).isEqualTo(first);
        assertThat(get("/sms/messages").json().path("messages")).hasSize(1);
        assertThat(ledgerKinds("sms")).containsExactly("accepted", "repeated");
    }

    @Test
    void the_ledger_can_be_read_for_one_number() throws Exception {
        post("/sms/messages", MAREK);
        post("/sms/messages", ANNA);

        assertThat(get("/sms/messages?to=%2B48600100299").json().path("messages"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("reference").asText()).isEqualTo("n-2"));
    }

    @Test
    void the_list_after_a_position_holds_only_newer_messages() throws Exception {
        post("/sms/messages", MAREK);
        post("/sms/messages", ANNA);

        assertThat(get("/sms/messages?after=1").json().path("messages"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("reference").asText()).isEqualTo("n-2"));
        assertThat(get("/sms/messages?after=2").json().path("messages")).isEmpty();
        assertThat(get("/sms/messages?after=yesterday").status()).isEqualTo(400);
    }

    @Test
    void messages_survive_a_restart() throws Exception {
        post("/sms/messages", MAREK);

        restart();

        assertThat(post("/sms/messages", MAREK).status()).isEqualTo(202);
        assertThat(get("/sms/messages").json().path("messages")).hasSize(1);
    }

    @Test
    void a_message_without_a_number_is_refused() throws Exception {
        assertThat(post("/sms/messages", "{\"reference\": \"n-1\", \"text\": \"Hello\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/sms/messages", "not json").status()).isEqualTo(400);
        assertThat(post("/sms/messages", "[]").status()).isEqualTo(400);
    }
}
