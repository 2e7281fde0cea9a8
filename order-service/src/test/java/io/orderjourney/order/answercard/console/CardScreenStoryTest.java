package io.orderjourney.order.answercard.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.order.Clerk;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CardScreenStoryTest {

    @ParameterizedTest
    @ValueSource(strings = {"SALES", "CREDIT", "WAREHOUSE", "PICKUP_POINT", "CUSTOMER_CARE", "MANAGEMENT"})
    void every_desk_reads_where_the_order_is_and_whose_step_is_next(String role) {
        UUID order = place();

        assertThat(Clerk.of("ola", role, "en").body("/desk/card/" + order))
                .contains("Ordered", "Call the customer and confirm the order", "tel:+48221000010")
                .contains("We will call you to confirm your order", "Order T-");
    }

    @Test
    void the_card_speaks_the_viewers_language_not_the_customers() {
        assertThat(Clerk.of("ola", "CUSTOMER_CARE", "sl").body("/desk/card/" + place()))
                .contains("Naročeno", "Poklicati stranko in potrditi naročilo", "Prodaja");
    }

    @Test
    void a_step_that_waits_for_the_customer_says_what_they_do() {
        UUID order = place();
        for (int attempt = 1; attempt <= 3; attempt++) {
            Shop.call(order, "\"v" + attempt + "\"", "{\"outcome\": \"NO_ANSWER\"}");
        }

        assertThat(Clerk.of("ola", "CUSTOMER_CARE", "en").body("/desk/card/" + order))
                .contains("they call back or choose a time", "with the customer");
    }

    @Test
    void who_talks_to_customers_reads_whom_and_their_name_is_text_whatever_it_holds() {
        UUID order = published(Shop.placed(
                Shop.order(Shop.newOrderNumber(), "CREDIT").replace("Jan Kowalski", "<script>alert(1)</script>")));

        assertThat(Clerk.of("ewa", "CREDIT", "en").body("/desk/card/" + order))
                .contains("&lt;script&gt;alert(1)", "tel:+48501234567")
                .doesNotContain("<script>");
        assertThat(Clerk.of("marek", "WAREHOUSE", "en").body("/desk/card/" + order))
                .doesNotContain("alert(1)", "+48501234567");
    }

    @Test
    void people_at_one_order_see_each_other() {
        String card = "/desk/card/" + place();
        Clerk anna = Clerk.of("Anna Nowak", "SALES", "en");
        Clerk ewa = Clerk.of("Ewa Lis", "CREDIT", "pl");

        assertThat(anna.body(card)).doesNotContain("have this open", "has this open");
        assertThat(ewa.body(card)).contains("Anna Nowak też ma otwarte to zamówienie.");
        assertThat(anna.body(card + "/others")).isEqualTo("Ewa Lis has this open too.");
        assertThat(Clerk.of("Irena", "MANAGEMENT", "en").body(card + "/others"))
                .isEqualTo("Anna Nowak, Ewa Lis have this open too.");
        assertThat(Clerk.of("shop", "STOREFRONT", "en").get(card + "/others").statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_no_desk_gets_no_card() {
        assertThat(Clerk.of("shop", "STOREFRONT", "en")
                        .get("/desk/card/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Clerk.of("ola", "SALES", "en")
                        .get("/desk/card/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    private static UUID place() {
        return published(Shop.place("CREDIT"));
    }

    /** The card is made of published facts, which arrive a moment later. */
    private static UUID published(UUID order) {
        Awaitility.await()
                .until(() -> Shop.as("care").get("/api/v1/journeys/" + order).statusCode() == 200);
        return order;
    }
}
