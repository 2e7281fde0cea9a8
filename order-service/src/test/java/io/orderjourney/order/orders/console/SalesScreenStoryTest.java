package io.orderjourney.order.orders.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.Clerk;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class SalesScreenStoryTest {

    private static final Pattern OFFERED = Pattern.compile("<option value=\"([^\"]+)\">([^<]+)<");

    private final Clerk anna = Clerk.of("anna", "SALES", "en");

    @Test
    void a_call_that_reached_the_customer_leaves_the_queue() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT"));

        assertThat(found(anna, number))
                .contains(number, "Jan Kowalski", "tel:+48501234567", "Telefon Nova X5, 2 × Etui Nova X5")
                .contains("PLN&nbsp;2,578.00".replace("&nbsp;", "\u00a0"));

        Response answer = anna.act("sales", order, "reached", Map.of("version", "1"));

        answer.then().statusCode(200).header("HX-Trigger", "queue:changed");
        assertThat(answer.asString()).contains("The order is confirmed.").doesNotContain("action-reached");
        assertThat(found(anna, number)).doesNotContain("Jan Kowalski").contains("Nothing matches.");
        assertThat(Shop.as("sales").get("/api/v1/orders/" + order).jsonPath().getString("confirmedBy"))
                .isEqualTo("sales:anna");
    }

    @Test
    void the_panel_says_what_to_say_in_the_customers_language() {
        UUID order = Shop.place("CREDIT");

        assertThat(anna.body("/desk/sales/orders/" + order))
                .contains("<p lang=\"pl\">Dzień dobry, zamówili Państwo Telefon Nova X5, 2 × Etui Nova X5")
                .contains("2578,00\u00a0zł".substring(4), "Reached, confirmed", "on credit");
    }

    @Test
    void an_unanswered_call_stays_in_the_queue_and_is_counted() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT"));

        anna.act("sales", order, "no-answer", Map.of("version", "1")).then().statusCode(200);

        assertThat(found(anna, number)).contains("Jan Kowalski", "1 call without an answer");
        assertThat(found(Clerk.of("anna", "SALES", "ru"), number)).contains("1 звонок без ответа");
    }

    @Test
    void a_time_that_the_panel_offers_can_be_promised() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT"));
        Matcher times = OFFERED.matcher(anna.body("/desk/sales/orders/" + order).replaceFirst("(?s).*later-at", ""));
        String at = "";
        while (times.find()) {
            at = times.group(1);
        }

        Response answer = anna.act("sales", order, "later", Map.of("version", "1", "at", at));

        assertThat(answer.asString()).contains("The call back is noted.");
        // The queue shows it where the customer expects it.
        Instant chosenAt = Instant.parse(at);
        assertThat(dueAt(found(anna, number))).isAfter(chosenAt).isBeforeOrEqualTo(chosenAt.plusSeconds(15 * 60));
    }

    @Test
    void a_customer_who_cancels_leaves_the_queue_and_says_why() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT"));

        assertThat(anna.act("sales", order, "cancel", Map.of("version", "1")).asString())
                .contains("Write down why the customer cancels.");
        assertThat(anna.act("sales", order, "cancel", Map.of("version", "1", "reason", "bought it elsewhere"))
                        .asString())
                .contains("The order is cancelled.")
                .doesNotContain("action-reached");

        assertThat(found(anna, number)).contains("Nothing matches.");
    }

    @Test
    void two_people_at_one_order_notice_each_other() {
        UUID order = Shop.place("CREDIT");
        anna.act("sales", order, "no-answer", Map.of("version", "1"));

        Response second = Clerk.of("ala", "SALES", "pl").act("sales", order, "reached", Map.of("version", "1"));

        assertThat(second.asString()).contains("role=\"alert\"", "Ktoś zmienił to zamówienie w międzyczasie");
    }

    @Test
    void a_time_that_is_none_is_refused_in_place() {
        UUID order = Shop.place("CREDIT");

        assertThat(anna.act("sales", order, "later", Map.of("version", "1", "at", "soon"))
                        .asString())
                .contains("Choose a time first.");
        assertThat(anna.act("sales", order, "later", Map.of("version", "1", "at", "2020-01-01T10:00:00Z"))
                        .asString())
                .contains("That time has passed.");
    }

    @Test
    void a_customers_name_is_text_whatever_it_holds() {
        String number = Shop.newOrderNumber();
        UUID order = Shop.placed(Shop.order(number, "CREDIT").replace("Jan Kowalski", "<script>alert(1)</script>"));

        assertThat(found(anna, number) + anna.body("/desk/sales/orders/" + order))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void other_desks_do_not_see_it() {
        assertThat(Clerk.of("ewa", "CREDIT", "en").get("/desk/sales").statusCode())
                .isEqualTo(403);
        assertThat(Clerk.of("ewa", "CREDIT", "en").get("/desk/sales/queue").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_queue_of_a_cursor_that_is_none_is_refused() {
        assertThat(anna.get("/desk/sales/queue?cursor=x").statusCode()).isEqualTo(400);
    }

    private static String found(Clerk clerk, String number) {
        return clerk.body("/desk/sales/queue?search=" + number);
    }

    private static Instant dueAt(String row) {
        Matcher time = Pattern.compile("<time datetime=\"([^\"]+)\"").matcher(row);
        assertThat(time.find()).as("the row has a time").isTrue();
        return Instant.parse(time.group(1));
    }
}
