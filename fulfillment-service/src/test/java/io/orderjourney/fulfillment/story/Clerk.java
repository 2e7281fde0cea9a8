package io.orderjourney.fulfillment.story;

import static io.restassured.RestAssured.given;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at a desk's screen, with a session as the login makes it. */
public final class Clerk {

    private static final String KEY = "a key for the tests of the desks' screens";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final String desk;
    private final String cookie;
    private final String language;

    private Clerk(String desk, String cookie, String language) {
        this.desk = desk;
        this.cookie = cookie;
        this.language = language;
    }

    /** @param pickupPoint null for a desk of all points */
    public static Clerk of(String desk, String role, @Nullable String pickupPoint, String language) {
        Session session = new Session(
                "piotr", "Piotr Kowal", Set.of(role), pickupPoint, Instant.now().plusSeconds(600));
        return new Clerk(desk, new SessionSeal(KEY).seal(session), language);
    }

    public Response get(String path) {
        return page().get("/desk/" + desk + path);
    }

    public String body(String path) {
        Response answer = get(path);
        answer.then().statusCode(200);
        return answer.asString();
    }

    public String panel(UUID id) {
        return body("/orders/" + id);
    }

    public String find(String text) {
        Response answer =
                page().header("HX-Request", "true").queryParam("text", text).get("/desk/" + desk + "/find");
        answer.then().statusCode(200);
        return answer.asString();
    }

    /** Opens the order and presses the button of an action. */
    public String act(UUID id, String action, Map<String, String> form) {
        Matcher version = VERSION.matcher(panel(id));
        return act(id, action, version.find() ? version.group(1) : "none", form);
    }

    /** Presses the button of an action, having seen this version. */
    public String act(UUID id, String action, String version, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("version", version);
        Response answer = page().header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(all)
                .post("/desk/" + desk + "/orders/" + id + "/" + action);
        answer.then().statusCode(200);
        return answer.asString();
    }

    /** What the page says beside the form as it is filled in now. */
    public String preview(UUID id, String action, Map<String, String> form) {
        Response answer = page().header("HX-Request", "true")
                .queryParams(form)
                .get("/desk/" + desk + "/orders/" + id + "/" + action + "/preview");
        answer.then().statusCode(200);
        return answer.asString();
    }

    private RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .cookie("journey-session", cookie)
                .header("Accept-Language", language);
    }
}
