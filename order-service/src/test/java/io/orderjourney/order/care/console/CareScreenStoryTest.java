package io.orderjourney.order.care.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.Clerk;
import io.orderjourney.order.Shop;
import io.orderjourney.order.care.Caller;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CareScreenStoryTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Clerk olga = Clerk.of("olga", "CUSTOMER_CARE", "en");

    private static String panel(Clerk clerk, UUID journey) {
        return clerk.body("/desk/care/orders/" + journey);
    }

    /** Presses a button of the panel as it is now. */
    private Response act(UUID journey, String action, Map<String, String> form) {
        return act(journey, action, form, panel(olga, journey));
    }

    private Response act(UUID journey, String action, Map<String, String> form, String seen) {
        Matcher version = VERSION.matcher(seen);
        assertThat(version.find()).isTrue();
        Map<String, String> whole = new HashMap<>(form);
        whole.put("version", version.group(1));
        return olga.act("care", journey, action, whole);
    }

    private static String firstChoice(String panel, String field) {
        Matcher option = Pattern.compile("id=\"" + field + "\".*?<option value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(panel);
        assertThat(option.find()).isTrue();
        return option.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "phone", "order"})
    void a_search_shows_the_journey_with_what_is_next(String by) {
        Caller caller = Caller.whoOrdered("CREDIT");
        String typed = by.equals("name")
                ? caller.familyName()
                : by.equals("phone") ? caller.lastDigits() : caller.orderNumber();

        assertThat(olga.body("/desk/care/queue?search=" + typed))
                .contains(caller.name(), caller.orderNumber(), "tel:" + caller.phone())
                .contains("We will call you to confirm your order");
    }

    @Test
    void the_panel_says_what_to_say_in_the_callers_language() {
        Caller caller = Caller.whoOrdered("CREDIT");

        assertThat(panel(olga, caller.journey()))
                .contains("<p lang=\"pl\">Państwa zamówienie " + caller.orderNumber())
                .contains("Zadzwonimy ", "aby potwierdzić zamówienie. Sprawę prowadzi dział sprzedaży, telefon +48")
                .doesNotContain("Przepraszamy");
    }

    @Test
    void a_chase_is_one_key_and_is_counted() {
        Caller caller = Caller.whoOrdered("CREDIT");
        assertThat(panel(olga, caller.journey())).contains("<dt>Had to ask</dt><dd>not yet</dd>");

        act(caller.journey(), "inquiry", Map.of("channel", "PHONE")).then().statusCode(200);
        Response second = act(caller.journey(), "inquiry", Map.of("channel", "CHAT"));

        assertThat(second.asString())
                .contains("It is noted that the customer had to ask.", "<dt>Had to ask</dt><dd>2 times</dd>");
        assertThat(Clerk.of("anna", "SALES", "en").body("/desk/card/" + caller.journey()))
                .as("every desk sees it")
                .contains("the customer had to ask 2 times");
        assertThat(panel(Clerk.of("olga", "CUSTOMER_CARE", "ru"), caller.journey()))
                .contains("<dt>Клиент спрашивал</dt><dd>2 раза</dd>");
    }

    @Test
    void a_call_back_stands_in_the_queue_until_it_is_made() {
        Caller caller = Caller.whoOrdered("CREDIT");
        String at = firstChoice(panel(olga, caller.journey()), "callback-at");

        assertThat(act(caller.journey(), "callback", Map.of("at", at)).asString())
                .contains("The call back is promised.", "action-reached");
        assertThat(wholeQueue()).contains(caller.orderNumber());

        assertThat(act(caller.journey(), "reached", Map.of()).asString())
                .contains("The call back is logged, the promise is kept.")
                .doesNotContain("action-reached");
        assertThat(wholeQueue()).doesNotContain(caller.orderNumber());
    }

    /** All pages of it: other tests leave calls behind. */
    private String wholeQueue() {
        StringBuilder whole = new StringBuilder();
        String page = olga.body("/desk/care/queue");
        Matcher more = Pattern.compile("/desk/care/queue\\?cursor=([^\"]+)\"").matcher(page);
        whole.append(page);
        while (more.find()) {
            page = olga.body("/desk/care/queue?cursor=" + more.group(1));
            whole.append(page);
            more.reset(page);
        }
        return whole.toString();
    }

    @Test
    void a_contact_is_corrected_and_one_that_reaches_nobody_is_refused() {
        Caller caller = Caller.whoOrdered("CREDIT");
        assertThat(panel(olga, caller.journey())).contains("value=\"" + caller.phone() + "\"");

        assertThat(act(caller.journey(), "contact", Map.of("name", "Ola Nowa", "phone", "601 00"))
                        .asString())
                .contains("Write the number with the country");
        assertThat(act(caller.journey(), "contact", Map.of("name", "Ola Nowa")).asString())
                .contains("A phone number or a mail address is needed.");
        assertThat(act(caller.journey(), "contact", Map.of("name", "Ola Nowa", "phone", "+48 601 002-003"))
                        .asString())
                .contains("The contact is changed.", "Ola Nowa", "tel:+48601002003");
    }

    @Test
    void a_customer_takes_fewer_pieces_and_what_cannot_be_done_says_why() {
        Caller caller = Caller.whoOrdered("PREPAID");

        assertThat(act(caller.journey(), "quantity", Map.of("sku", "CAS-NOVA-X5", "pieces", "some"))
                        .asString())
                .contains("Write how many pieces the customer wants.");
        assertThat(act(caller.journey(), "quantity", Map.of("sku", "CAS-NOVA-X5", "pieces", "3"))
                        .asString())
                .contains("The order was paid before and cannot cost more");
        assertThat(act(caller.journey(), "quantity", Map.of("sku", "CAS-NOVA-X5", "pieces", "1"))
                        .asString())
                .contains("The order is changed.");
        assertThat(act(caller.journey(), "quantity", Map.of("sku", "CAS-NOVA-X5", "pieces", "1"))
                        .asString())
                .contains("The order is like this already.");
    }

    @Test
    void two_people_at_one_customer_notice_each_other() {
        Caller caller = Caller.whoOrdered("CREDIT");
        String seen = panel(olga, caller.journey());
        act(caller.journey(), "contact", Map.of("name", "Ola Nowa", "phone", caller.phone()));

        assertThat(act(caller.journey(), "contact", Map.of("name", "Ala Stara", "phone", caller.phone()), seen)
                        .asString())
                .contains("role=\"alert\"", "A colleague changed this order meanwhile.", "Ola Nowa");
    }

    @Test
    void a_cancelled_order_can_still_be_asked_about_and_nothing_else_is_offered() {
        Caller caller = Caller.whoOrdered("ON_PICKUP");

        assertThat(act(caller.journey(), "cancel", Map.of("reason", "found it elsewhere"))
                        .asString())
                .contains("The order is cancelled.", "zamówienie zostało anulowane na Państwa prośbę.")
                .contains("action-inquiry")
                .doesNotContain("action-callback", "action-cancel");
        assertThat(olga.body("/desk/care/queue?search=" + caller.familyName()))
                .contains("the customer cancelled")
                .doesNotContain("<time datetime");
    }

    @Test
    void other_desks_do_not_see_it() {
        assertThat(Clerk.of("anna", "SALES", "en").get("/desk/care").statusCode())
                .isEqualTo(403);
        assertThat(olga.get("/desk/care/queue?cursor=x").statusCode()).isEqualTo(400);
        assertThat(olga.get("/desk/care/orders/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(Shop.as("care").get("/desk/care").statusCode()).isEqualTo(403);
    }
}
