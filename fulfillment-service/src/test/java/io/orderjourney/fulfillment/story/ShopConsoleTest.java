package io.orderjourney.fulfillment.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner enters pickup points and articles in forms; who changed what stays known. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class ShopConsoleTest {

    private static final String PAGE = "/desk/shop";
    private static final String KEY = "a key for the tests of the desks' screens";

    private final String code = "K-" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_page_speaks_every_language_without_inline_code(String language) throws IOException {
        String point = Shop.freshPoint("Mon-Sat 09:00-20:00", 6);
        String sku = Shop.freshSku("PHONE");
        for (String path : new String[] {
            "", "/points", "/points/" + point, "/articles", "/articles/" + sku, "/history", "?after=Z&saved=" + point
        }) {
            Response page = irena(language).get(PAGE + path);
            page.then().statusCode(200);
            Files.writeString(
                    Files.createDirectories(Path.of("target/pages"))
                            .resolve("shop" + path.replaceAll("[^a-z]+", "-") + "-" + language + ".html"),
                    page.asString());
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(page.asString())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain(" style=", " onclick=", "<script>");
        }
        Response wrong = send(language, "/points", Map.of("code", "no code"));
        assertThat(wrong.asString()).contains("aria-invalid=\"true\"", "id=\"name-error\"", "id=\"code-error\"");
    }

    @Test
    void a_point_is_opened_changed_and_closed_in_its_form() {
        Response opened = send("en", "/points", krakow());
        opened.then().statusCode(204).header("HX-Redirect", equalTo(PAGE + "?saved=" + code));
        ApiClient.STOREFRONT
                .get("/api/v1/pickup-points/" + code)
                .body("phone", equalTo("+48121000041"))
                .body("closures", hasItems("2026-12-24"))
                .body("counter", equalTo(true));
        assertThat(irena("en").get(PAGE + "?saved=" + code).asString()).contains("Saved: " + code, "ul. Długa 31");

        Map<String, String> longer = krakow();
        longer.put("revision", "1");
        longer.put("slotsPerHour", "9");
        send("en", "/points", longer).then().statusCode(204);
        assertThat(irena("en").get(PAGE + "/points/" + code).asString())
                .contains("value=\"9\"", "name=\"revision\" value=\"2\"", "Close for good");

        send("en", "/points", Map.of("code", code, "revision", "2", "do", "close"))
                .then()
                .statusCode(204);
        assertThat(irena("en").get(PAGE + "/points/" + code).asString())
                .contains("closed for good", "Save and open again");
        assertThat(irena("en").get(PAGE + "/history").asString())
                .contains(code, "board:irena", "<del>6</del>", "<ins>9</ins>", "Closed for good");
    }

    @Test
    void of_two_owners_the_second_sees_that_the_first_was_faster() {
        send("en", "/points", krakow()).then().statusCode(204);
        assertThat(send("en", "/points", krakow()).asString()).contains("already exists");
        Map<String, String> first = krakow();
        first.put("revision", "1");
        send("en", "/points", first).then().statusCode(204);

        Map<String, String> late = krakow();
        late.put("revision", "1");
        late.put("slotsPerHour", "8");
        String page = send("en", "/points", late).asString();

        assertThat(page)
                .contains("Somebody else changed this meanwhile", "name=\"revision\" value=\"2\"", "value=\"8\"");
        ApiClient.STOREFRONT.get("/api/v1/pickup-points/" + code).body("slotsPerHour", equalTo(6));
    }

    @Test
    void an_article_is_added_renamed_and_discontinued_in_its_form() {
        send("en", "/articles", Map.of("code", code, "name", "Ładowarka"))
                .then()
                .statusCode(204);
        assertThat(send("en", "/articles", Map.of("code", code, "name", "Charger"))
                        .asString())
                .contains("already exists");
        send("en", "/articles", Map.of("code", code, "name", "Charger", "revision", "1", "discontinued", "yes"))
                .then()
                .statusCode(204);
        assertThat(send("en", "/articles", Map.of("code", code, "name", "Late", "revision", "1"))
                        .asString())
                .contains("Somebody else changed this meanwhile", "name=\"revision\" value=\"2\"");
        ApiClient.STOREFRONT
                .get("/api/v1/catalogue/" + code)
                .body("name", equalTo("Charger"))
                .body("discontinued", equalTo(true));
        assertThat(irena("en").get(PAGE + "?after=" + code.substring(0, 9)).asString())
                .contains(code, "discontinued");
        assertThat(send("en", "/articles", Map.of("code", "two words", "name", " "))
                        .asString())
                .contains("id=\"code-error\"", "id=\"name-error\"");
    }

    @Test
    void only_management_enters_them() {
        given().redirects().follow(false).get(PAGE).then().statusCode(303);
        for (String path : new String[] {"", "/points", "/points/WAW-01", "/articles", "/history"}) {
            as("SALES", "en").get(PAGE + path).then().statusCode(403);
        }
        as("SALES", "en")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(krakow())
                .post(PAGE + "/points")
                .then()
                .statusCode(403);
        irena("en").get(PAGE + "/points/NOWHERE").then().statusCode(404);
        irena("en").get(PAGE + "/articles/NOTHING").then().statusCode(404);
    }

    private Map<String, String> krakow() {
        Map<String, String> point = new HashMap<>();
        point.put("code", code);
        point.put("name", "Kraków Stare Miasto");
        point.put("street", "ul. Długa 31");
        point.put("postalCode", "31-147");
        point.put("city", "Kraków");
        point.put("country", "PL");
        point.put("phone", "+48 12 100 00 41");
        point.put("hours", "Mon-Sat 09:00-20:00");
        point.put("closures", "2026-12-24");
        point.put("slotsPerHour", "6");
        point.put("counter", "yes");
        return point;
    }

    private static Response send(String language, String form, Map<String, String> values) {
        return irena(language)
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(values)
                .post(PAGE + form);
    }

    private static RequestSpecification irena(String language) {
        return as("MANAGEMENT", language);
    }

    private static RequestSpecification as(String role, String language) {
        Session session =
                new Session("irena", "Irena", Set.of(role), null, Instant.now().plusSeconds(600));
        return given().redirects()
                .follow(false)
                .cookie("journey-session", new SessionSeal(KEY).seal(session))
                .header("Accept-Language", language);
    }
}
