package io.orderjourney.order;

import static io.restassured.RestAssured.given;

import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.SessionSeal;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Somebody at a desk's screen, with a session as the login makes it. */
public final class Clerk {

    private static final String KEY = "a key for the tests of the desks' screens";

    private final String cookie;
    private final String language;

    private Clerk(String cookie, String language) {
        this.cookie = cookie;
        this.language = language;
    }

    public static Clerk of(String user, String role, String language) {
        Session session =
                new Session(user, user, Set.of(role), null, Instant.now().plusSeconds(600));
        return new Clerk(new SessionSeal(KEY).seal(session), language);
    }

    public Response get(String path) {
        return page().get(path);
    }

    public String body(String path) {
        Response answer = get(path);
        answer.then().statusCode(200);
        return answer.asString();
    }

    /** Presses the button of an action, having seen this version. */
    public Response act(String desk, UUID journey, String action, Map<String, String> form) {
        return page().header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(form)
                .post("/desk/" + desk + "/orders/" + journey + "/" + action);
    }

    private RequestSpecification page() {
        return given().redirects()
                .follow(false)
                .cookie("journey-session", cookie)
                .header("Accept-Language", language);
    }
}
