package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Management changes the shop's policy; no change is lost, and no invalid policy comes in force. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class PolicyTest {

    @Test
    void a_policy_can_be_read_and_put_back_as_a_new_revision() {
        Response before = inForce();
        int revision = before.jsonPath().getInt("revision");

        Response put = put(before.header("ETag"), before.asString());

        put.then().statusCode(200).body("revision", equalTo(revision + 1));
        assertThat(put.header("ETag")).isEqualTo("\"v" + (revision + 1) + "\"");
        assertThat(before.jsonPath().getString("kinds.CONFIRMATION_CALL.lead")).isEqualTo("PT4H");
    }

    @Test
    void a_policy_change_needs_a_matching_etag() {
        Response before = inForce();

        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .contentType("application/json")
                .body(before.asString())
                .put("/api/v1/policy")
                .then()
                .statusCode(428);
        put("\"v0\"", before.asString()).then().statusCode(412).body("code", equalTo("version-stale"));
    }

    @Test
    void of_concurrent_policy_changes_one_wins() throws Exception {
        Response before = inForce();
        ExecutorService managers = Executors.newFixedThreadPool(6);
        try {
            Callable<Integer> change =
                    () -> put(before.header("ETag"), before.asString()).statusCode();
            List<Future<Integer>> answers = managers.invokeAll(List.of(change, change, change, change, change, change));
            int taken = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 412);
                taken += answer.get() == 200 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            managers.shutdown();
        }
    }

    @Test
    void an_invalid_policy_is_refused_with_all_violations() {
        Response before = inForce();
        String broken = before.asString()
                .replace("\"zone\":\"Europe/Warsaw\"", "\"zone\":\"Europe/Atlantis\"")
                .replace("\"BANK_PAPERS\":", "\"BANK_LETTERS\":");

        put(before.header("ETag"), broken)
                .then()
                .statusCode(422)
                .body("code", equalTo("policy-invalid"))
                .body("detail", containsString("BANK_PAPERS is missing"));
        put(before.header("ETag"), "{\"revision\":1}").then().statusCode(422);
        assertThat(inForce().jsonPath().getInt("revision"))
                .isEqualTo(before.jsonPath().getInt("revision"));
    }

    private static Response inForce() {
        return given().auth().oauth2(ShopDay.MANAGEMENT).get("/api/v1/policy");
    }

    private static Response put(String ifMatch, String policy) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(policy)
                .put("/api/v1/policy");
    }
}
