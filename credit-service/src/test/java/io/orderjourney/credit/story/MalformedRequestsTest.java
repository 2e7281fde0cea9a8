package io.orderjourney.credit.story;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.rest.testing.MalformedRequests;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the service's tests: what half-valid requests leave behind disturbs no other test. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class MalformedRequestsTest extends CreditShop {

    @Test
    void no_malformed_request_causes_a_server_error() throws IOException {
        UUID orderId = approvedOrder();
        String application = applicationOf(orderId);
        String toCall = applicationOf(order(PaymentMethod.CREDIT));
        shift("ewa", today().plusDays(1), "10:00", "18:00");
        Map<String, String> tokens = Arrays.stream(Caller.values()).collect(toMap(Caller::name, Caller::token));

        Set<Integer> answered = MalformedRequests.at(URI.create(address), tokens)
                .knowing("/api/v1/applications/{id}", "/api/v1/applications/" + application)
                .knowing("/api/v1/applications/{id}/calls", "/api/v1/applications/" + toCall + "/calls")
                .knowing(
                        "/api/v1/promises/{id}",
                        "/api/v1/promises/"
                                + promise(orderId, PromiseKind.CREDIT_DECISION).id())
                .signing("/api/v1/bank/decisions", BankServer.SECRET)
                .signing("/api/v1/bank/papers", BankServer.SECRET)
                .send(2026, 200);

        assertThat(answered).contains(200, 202, 400, 401, 403, 404, 405, 406, 409, 415, 422, 428);
        show(application).ok();
    }
}
