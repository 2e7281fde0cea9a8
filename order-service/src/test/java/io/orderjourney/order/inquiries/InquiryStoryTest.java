package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts 001 and 003: who asks hears at once when the answer comes, and gets one. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class InquiryStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static String question(String topic, String channel, String language, String order, String text) {
        String mail = "ewa." + UUID.randomUUID() + "@example.com";
        return """
                {"topic": "%s", "channel": "%s", %s
                 "customer": {"name": "Ewa Nowak", "email": "%s", "language": "%s"}, "text": "%s"}
                """.formatted(
                topic, channel, order == null ? "" : "\"orderNumber\": \"" + order + "\",", mail, language, text);
    }

    private static Response post(String who, String path, String body) {
        return Shop.as(who)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Journey-Actor", "olga")
                .body(body)
                .post("/api/v1/" + path);
    }

    static UUID asks(String topic, String channel, String language, String text) {
        Response asked = post("shop", "inquiries", question(topic, channel, language, null, text));
        asked.then().statusCode(201);
        return asked.jsonPath().getUUID("journeyId");
    }

    static Response read(UUID inquiry) {
        return Shop.as("care").get("/api/v1/inquiries/" + inquiry);
    }

    private static Response reply(UUID inquiry, String body) {
        return reply("care", inquiry, body);
    }

    private static Response reply(String who, UUID inquiry, String body) {
        return Shop.as(who)
                .header("If-Match", read(inquiry).header("ETag"))
                .header("Journey-Actor", "olga")
                .body(body)
                .post("/api/v1/inquiries/" + inquiry + "/replies");
    }

    private static List<String> types(UUID journey) {
        return Published.on("orders", journey).stream().map(Fact::type).toList();
    }

    @Test
    void the_inquiry_that_needs_two_days() {
        Response asked = post(
                "shop",
                "inquiries",
                question("STOCK", "WEB_FORM", "pl", null, "Kiedy telefon Nova X5 będzie znów dostępny?"));
        asked.then()
                .statusCode(201)
                .body("number", startsWith("Q-1"))
                .body("desk", equalTo("SALES"))
                .body("told", startsWith("Odpowiemy "))
                .body("promises.kind", contains("INQUIRY_REPLY"));
        UUID inquiry = asked.jsonPath().getUUID("journeyId");
        OffsetDateTime first = OffsetDateTime.parse(asked.jsonPath().getString("dueAt"));
        List<String> queue = Shop.as("sales")
                .queryParam("desk", "SALES")
                .get("/api/v1/inquiries")
                .jsonPath()
                .getList("items.dueAt", String.class);
        assertThat(queue).isNotEmpty().isSortedAccordingTo(Comparator.comparing(OffsetDateTime::parse));

        OffsetDateTime inTwoDays = possible(inquiry, first.plusDays(2));
        Response interim = reply(inquiry, """
                {"text": "Zapytaliśmy hurtownię o termin dostawy Nova X5; odpowie do pojutrza.",
                 "interim": {"answerDueAt": "%s", "waitsFor": "SUPPLIER", "askedThem": "Nova X5: kiedy dostawa?"}}
                """.formatted(inTwoDays));
        interim.then()
                .statusCode(200)
                .body("open", equalTo(true))
                .body("warnings", empty())
                .body("entries.kind", contains("CUSTOMER", "INTERIM"))
                .body("entries[1].waitsFor", equalTo("SUPPLIER"))
                .body("entries[1].askedThem", equalTo("Nova X5: kiedy dostawa?"));
        JsonPath after = interim.jsonPath();
        assertThat(OffsetDateTime.parse(after.getString("promises.find { it.kind == 'INQUIRY_REPLY' }.dueAt")))
                .isEqualTo(inTwoDays);
        assertThat(OffsetDateTime.parse(
                        after.getString("promises.find { it.kind == 'INQUIRY_REPLY' }.firstPromisedAt")))
                .isEqualTo(first);
        // Nobody waits longer than a business day without a word: the update comes before the answer.
        assertThat(OffsetDateTime.parse(after.getString("promises.find { it.kind == 'NEXT_UPDATE' }.dueAt")))
                .isBefore(inTwoDays);

        reply(inquiry, """
                {"text": "Hurtownia jeszcze czeka na dostawę.",
                 "interim": {"answerDueAt": "%s", "waitsFor": "SUPPLIER"}}
                """.formatted(inTwoDays))
                .then()
                .statusCode(403)
                .body("code", equalTo("manager-approval-required"));

        Response answered = reply(
                inquiry, "{\"text\": \"Nova X5 wraca w piątek o 10:00. Chętnie odłożymy dla Pani jedną sztukę.\"}");
        answered.then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("answeredAt", notNullValue())
                .body("dueAt", nullValue())
                .body("promises.findAll { it.keptAt == null }", empty())
                .body("entries.kind", contains("CUSTOMER", "INTERIM", "FINAL"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(types(inquiry))
                        .containsExactly("orders.inquiry-received.v1", "orders.journey-ended.v1"));
        reply(inquiry, "{\"text\": \"Jeszcze raz dziękujemy.\"}").then().statusCode(409);
    }

    @Test
    void only_who_wants_to_know_when_is_told_and_the_reply_travels_apart_from_the_facts() {
        UUID inquiry = asks("PRODUCT", "WEB_FORM", "sl", "Ali ima telefon dve leti garancije?");
        read(inquiry).then().body("told", startsWith("Odgovorili vam bomo "));

        reply(inquiry, "{\"text\": \"Da, garancija velja dve leti od prevzema.\"}")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(types(inquiry)).contains("orders.journey-ended.v1"));
        assertThat(Published.on("orders", inquiry))
                .noneMatch(fact -> fact.json().contains("garancij"));
        UUID entry = UUID.fromString(read(inquiry)
                .jsonPath()
                .getString("promises.find { it.kind == 'INQUIRY_REPLY' }.evidence")
                .substring("reply ".length()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Published.on("replies", entry)).hasSize(1));
        ReplyText text = ContractJson.read(
                Published.on("replies", entry).get(0).json().getBytes(StandardCharsets.UTF_8), ReplyText.class);
        assertThat(text.text()).startsWith("Da, garancija");
        assertThat(text.journeyId()).isEqualTo(inquiry);
    }

    @Test
    void a_customer_who_writes_after_the_answer_is_promised_another_one_in_the_same_dialogue() {
        UUID first = asks("PRODUCT", "EMAIL", "pl", "Czy etui pasuje do X5?");
        post("care", "inquiries/" + first + "/messages", "{\"channel\": \"PHONE\", \"text\": \"I jaki kolor?\"}")
                .then()
                .statusCode(201)
                .body("journeyId", equalTo(first.toString()))
                .body("entries.text", contains("Czy etui pasuje do X5?", "I jaki kolor?"));
        reply(first, "{\"text\": \"Tak, pasuje; jest w kolorze czarnym.\"}")
                .then()
                .statusCode(200);

        Response again = post(
                "shop", "inquiries/" + first + "/messages", "{\"channel\": \"EMAIL\", \"text\": \"A niebieskie?\"}");

        again.then()
                .statusCode(201)
                .body("journeyId", not(equalTo(first.toString())))
                .body("number", equalTo(read(first).jsonPath().getString("number") + ".2"))
                .body("open", equalTo(true))
                .body("dueAt", notNullValue())
                .body("entries", hasSize(4));
    }

    @Test
    void a_question_about_an_order_counts_as_a_chase_and_shows_the_order() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT"));

        Response asked =
                post("shop", "inquiries", question("ORDER_STATUS", "EMAIL", "pl", number, "Gdzie mój telefon?"));

        asked.then().statusCode(201).body("orderNumber", equalTo(number)).body("desk", equalTo("CUSTOMER_CARE"));
        assertThat(Shop.card(order).getInt("chases")).isEqualTo(1);
        assertThat(asked.jsonPath().getString("customer.name"))
                .as("a stranger who knows a number is not its customer")
                .isEqualTo("Ewa Nowak");
    }

    @Test
    void the_customer_of_an_order_is_recognized_by_their_address() {
        String number = Shop.newOrderNumber();
        Shop.placed(Shop.order(number, "CREDIT"));
        String body = question("PAYMENT", "EMAIL", "pl", number, "Czy mogę zapłacić kartą?")
                .replaceFirst("ewa\\.[^\"]+", "Jan.Kowalski@example.com");

        post("shop", "inquiries", body)
                .then()
                .statusCode(201)
                .body("customer.name", equalTo("Jan Kowalski"))
                .body("customer.phone", equalTo("+48501234567"));
    }

    @Test
    void a_question_in_public_is_promised_a_sooner_answer() {
        // How much sooner, PromiseDatesTest says: here the desk may have more to do than it can.
        read(asks("PRODUCT", "SOCIAL", "pl", "Czy jest LTE?")).then().body("promises.kind", contains("PUBLIC_REPLY"));
        read(asks("PRODUCT", "EMAIL", "pl", "Czy jest LTE?")).then().body("promises.kind", contains("INQUIRY_REPLY"));
    }

    @ParameterizedTest
    @CsvSource({
        "'https://shop.example/faq', reply-sends-away",
        "'Wszystko jest na naszej stronie.', reply-sends-away",
        "'?', reply-empty"
    })
    void a_reply_that_does_not_answer_is_refused_in_words(String text, String code) {
        UUID inquiry = asks("OTHER", "EMAIL", "pl", "Czy w sobotę jest otwarte?");

        reply(inquiry, "{\"text\": \"%s\"}".formatted(text))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("detail", notNullValue());
        read(inquiry).then().body("open", equalTo(true));
    }

    @Test
    void words_to_think_about_again_come_back_with_the_reply() {
        UUID inquiry = asks("OTHER", "EMAIL", "pl", "Dlaczego to tyle trwa?");

        reply(inquiry, "{\"text\": \"Przepraszamy, to wina kuriera. Paczka będzie za kilka dni.\"}")
                .then()
                .statusCode(200)
                .body("warnings.fault", contains("BLAME", "NO_DATE"))
                .body("warnings.words", contains("to wina kuriera", "za kilka dni"));
    }

    @Test
    void a_complaint_is_answered_with_an_apology() {
        Response complaint =
                post("shop", "complaints", question("DAMAGE", "WEB_FORM", "pl", null, "Karton był zgnieciony."));
        complaint
                .then()
                .statusCode(201)
                .body("promises.kind", contains("COMPLAINT_ANSWER"))
                .body("told", startsWith("W sprawie reklamacji odpowiemy "));
        UUID inquiry = complaint.jsonPath().getUUID("journeyId");

        reply(inquiry, "{\"text\": \"Nowy karton wyślemy jutro do godz. 12:00.\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("apology-missing"));
        reply(inquiry, "{\"text\": \"Bardzo przepraszamy. Nowy karton wyślemy jutro do godz. 12:00 i oznaczymy go.\"}")
                .then()
                .statusCode(200);
        post("shop", "complaints", question("STOCK", "WEB_FORM", "pl", null, "Kiedy?"))
                .then()
                .statusCode(422);
    }

    @Test
    void a_hand_over_moves_no_date() {
        UUID inquiry = asks("OTHER", "PHONE", "pl", "Czy kredyt jest bez odsetek?");
        String dueAt = read(inquiry).jsonPath().getString("dueAt");

        Shop.as("care")
                .header("If-Match", read(inquiry).header("ETag"))
                .body("{\"desk\": \"CREDIT\", \"note\": \"pyta o odsetki\"}")
                .post("/api/v1/inquiries/" + inquiry + "/hand-over")
                .then()
                .statusCode(200)
                .body("desk", equalTo("CREDIT"))
                .body("dueAt", equalTo(dueAt))
                .body("entries.kind", contains("CUSTOMER", "HANDED_OVER"));
        Shop.as("care")
                .header("If-Match", "\"v1\"")
                .body("{\"desk\": \"SALES\"}")
                .post("/api/v1/inquiries/" + inquiry + "/hand-over")
                .then()
                .statusCode(412);
    }

    @Test
    void an_answer_is_not_put_off_for_weeks() {
        UUID inquiry = asks("STOCK", "EMAIL", "pl", "Kiedy będzie?");

        reply("boss", inquiry, """
                {"text": "Pytamy producenta.", "interim": {"answerDueAt": "%s", "waitsFor": "SUPPLIER"}}
                """.formatted("2090-01-16T12:00:00+01:00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("answer-too-late"))
                .body("latestPossibleAt", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplier", "operator"})
    void who_does_not_talk_to_customers_reads_no_inquiry(String who) {
        Shop.as(who).get("/api/v1/inquiries").then().statusCode(403);
    }

    @Test
    void an_unknown_topic_is_refused_and_the_known_ones_are_listed() {
        post("shop", "inquiries", question("WEATHER", "EMAIL", "pl", null, "Czy pada?"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("topic-unknown"));
        Shop.as("shop")
                .get("/api/v1/inquiry-topics")
                .then()
                .statusCode(200)
                .body("items.topic", hasItem("STOCK"))
                .body("items.find { it.topic == 'STOCK' }.desk", equalTo("SALES"));
    }

    /** This time or, if the desk is closed then, the next one that it names. */
    private static OffsetDateTime possible(UUID inquiry, OffsetDateTime wanted) {
        Response options = Shop.as("sales")
                .queryParam("kind", "INQUIRY_REPLY")
                .queryParam("journeyId", inquiry)
                .queryParam("requestedAt", wanted.toString())
                .get("/api/v1/promise-options");
        String next = options.jsonPath().getString("nextPossibleAt");
        return next == null ? wanted : OffsetDateTime.parse(next);
    }
}
