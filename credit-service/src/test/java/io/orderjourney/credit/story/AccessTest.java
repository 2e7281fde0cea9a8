package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call at which client. */
@QuarkusTest
class AccessTest extends CreditShop {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String APPLICATION = "/api/v1/applications/" + UUID.randomUUID();
    private static final String EXPERT = "/api/v1/roster/ewa";

    static Stream<Arguments> operations() {
        Set<Caller> readers =
                EnumSet.of(Caller.CREDIT, Caller.SALES, Caller.PICKUP_POINT, Caller.CUSTOMER_CARE, Caller.MANAGEMENT);
        Set<Caller> rosterReaders =
                EnumSet.of(Caller.CREDIT, Caller.PICKUP_POINT, Caller.CUSTOMER_CARE, Caller.MANAGEMENT);
        return Stream.of(
                Arguments.of("GET", "/api/v1/applications", readers),
                Arguments.of("GET", APPLICATION, readers),
                Arguments.of("POST", APPLICATION + "/calls", EnumSet.of(Caller.CREDIT)),
                Arguments.of("POST", APPLICATION + "/submissions", EnumSet.of(Caller.CREDIT)),
                Arguments.of("POST", APPLICATION + "/appointments", EnumSet.of(Caller.CREDIT, Caller.STOREFRONT)),
                Arguments.of("POST", APPLICATION + "/signatures", EnumSet.of(Caller.CREDIT)),
                Arguments.of("POST", APPLICATION + "/papers", EnumSet.of(Caller.CREDIT, Caller.PICKUP_POINT)),
                Arguments.of("POST", APPLICATION + "/papers/searches", EnumSet.of(Caller.CREDIT, Caller.PICKUP_POINT)),
                Arguments.of("POST", APPLICATION + "/bank-requests/APPLICATION/retries", EnumSet.of(Caller.CREDIT)),
                Arguments.of("GET", "/api/v1/bank/rejected-requests", EnumSet.of(Caller.CREDIT, Caller.MANAGEMENT)),
                Arguments.of("GET", "/api/v1/bank/parked-callbacks", EnumSet.of(Caller.CREDIT, Caller.MANAGEMENT)),
                Arguments.of("GET", "/api/v1/roster?pickupPoint=WAW-1", rosterReaders),
                Arguments.of("PUT", EXPERT + "/shifts/2026-01-12", EnumSet.of(Caller.CREDIT, Caller.MANAGEMENT)),
                Arguments.of("DELETE", EXPERT + "/shifts/2026-01-12", EnumSet.of(Caller.CREDIT, Caller.MANAGEMENT)),
                Arguments.of("POST", EXPERT + "/absences", EnumSet.of(Caller.CREDIT, Caller.MANAGEMENT)),
                Arguments.of(
                        "POST",
                        EXPERT + "/check-in",
                        EnumSet.of(Caller.CREDIT, Caller.PICKUP_POINT, Caller.MANAGEMENT)),
                Arguments.of("GET", "/api/v1/dead-letters", EnumSet.of(Caller.OPERATOR)),
                Arguments.of("GET", "/demo/settled", EnumSet.of(Caller.OPERATOR)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_open_to_its_roles_only(String method, String path, Set<Caller> welcome) {
        assertThat(call(method, path, null)).as("without a token").isEqualTo(401);
        assertThat(call(method, path, "an-unknown-token")).isEqualTo(401);
        for (Caller caller : Caller.values()) {
            int status = call(method, path, caller.token());
            if (welcome.contains(caller)) {
                assertThat(status).as(caller + " is welcome").isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).as(caller + " is not").isEqualTo(403);
            }
        }
    }

    private int call(String method, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.replaceAll("/+$", "") + path))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        method.equals("GET") || method.equals("DELETE")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (!method.equals("GET") && !method.equals("DELETE")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
