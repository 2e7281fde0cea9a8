package io.orderjourney.order.care.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.Clerk;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class InquiryScreenStoryTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Clerk olga = Clerk.of("olga", "CUSTOMER_CARE", "en");

    private static JsonPath asks(String topic, String language, String text) {
        return Shop.as("shop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"topic": "%s", "channel": "EMAIL", "text": "%s",
                         "customer": {"name": "Ewa Nowak", "email": "ewa.%s@example.com", "language": "%s"}}
                        """.formatted(topic, text, UUID.randomUUID(), language))
                .post("/api/v1/inquiries")
                .jsonPath();
    }

    private String panel(UUID inquiry) {
        return olga.body("/desk/care/orders/" + inquiry);
    }

    private String act(UUID inquiry, String action, Map<String, String> form) {
        Matcher version = VERSION.matcher(panel(inquiry));
        assertThat(version.find()).isTrue();
        Map<String, String> whole = new HashMap<>(form);
        whole.put("version", version.group(1));
        return olga.act("care", inquiry, action, whole).asString();
    }

    @Test
    void a_question_is_found_by_its_number_with_what_to_say_and_what_can_be_done() {
        JsonPath asked = asks("STOCK", "pl", "Kiedy telefon będzie dostępny?");

        assertThat(olga.body("/desk/care/queue?search=" + asked.getString("number")))
                .contains(asked.getString("number"), "Ewa Nowak", "Answer: Kiedy telefon będzie dostępny?")
                .contains("when it is in stock", "Our sales team");
        assertThat(panel(asked.getUUID("journeyId")))
                .contains("<p lang=\"pl\">W sprawie Państwa pytania " + asked.getString("number") + ": Odpowiemy ")
                .contains("action-answer", "action-put-off", "action-hand-over", "<textarea");
    }

    @Test
    void words_to_think_about_are_shown_first_and_what_was_typed_stays() {
        UUID inquiry = asks("OTHER", "pl", "Gdzie paczka?").getUUID("journeyId");
        Map<String, String> blaming =
                Map.of("text", "Paczki nie ma, to wina kuriera. Nową wyślemy w piątek.", "tone", "check");

        assertThat(act(inquiry, "answer", blaming))
                .contains("role=\"alert\"", "“to wina kuriera” (points at somebody)")
                .contains("to wina kuriera. Nową wyślemy w piątek.</textarea>");

        assertThat(act(inquiry, "answer", Map.of("text", "Paczka będzie w piątek do godz. 12:00.", "tone", "check")))
                .contains("The answer is on its way.", "Na pytanie ")
                .doesNotContain("action-answer");
        assertThat(Shop.as("care")
                        .get("/api/v1/inquiries/" + inquiry)
                        .jsonPath()
                        .getString("entries[1].writtenBy"))
                .endsWith("olga");
    }

    @Test
    void an_answer_is_put_off_to_a_day_that_is_offered_and_handed_over() {
        UUID inquiry = asks("PRODUCT", "sl", "Ali ima radio?").getUUID("journeyId");
        String page = panel(inquiry);
        Matcher days =
                Pattern.compile("id=\"put-off-at\".*?</select>", Pattern.DOTALL).matcher(page);
        assertThat(days.find()).isTrue();
        Matcher day = Pattern.compile("<option value=\"([^\"]+)\"").matcher(days.group());
        String last = "";
        while (day.find()) {
            last = day.group(1);
        }

        assertThat(act(
                        inquiry,
                        "put-off",
                        Map.of(
                                "text",
                                "Vprašali smo proizvajalca.",
                                "at",
                                last,
                                "waits",
                                "SUPPLIER",
                                "asked",
                                "radio?")))
                .contains("The customer is told when the answer comes.", "the supplier is asked: radio?");
        assertThat(act(inquiry, "put-off", Map.of("text", "Še malo.", "at", last, "waits", "COLLEAGUE")))
                .contains("role=\"alert\"");
        assertThat(act(inquiry, "hand-over", Map.of("desk", "CREDIT")))
                .contains("It is handed over.", "Our credit department");
    }

    @Test
    void a_reply_that_is_only_a_link_is_refused_in_words() {
        UUID inquiry = asks("OTHER", "en", "Are you open on Saturday?").getUUID("journeyId");

        assertThat(act(inquiry, "answer", Map.of("text", "https://shop.example/hours", "tone", "send")))
                .contains("The customer asked a person.");
    }
}
