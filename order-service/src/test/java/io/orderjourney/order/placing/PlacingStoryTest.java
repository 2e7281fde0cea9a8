package io.orderjourney.order.placing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PlacingStoryTest {

    @Test
    void an_order_is_answered_with_the_promises_it_made() {
        String reference = Shop.newReference();

        Shop.post(Shop.order(reference, "CREDIT"))
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", "\"v1\"")
                .body("order.orderNumber", equalTo(reference))
                .body("order.state", equalTo("PLACED"))
                .body("order.customer.name", equalTo("Jan Kowalski"))
                .body("order.total.amountMinor", equalTo(257800))
                .body("promises.kind", hasItems("CONFIRMATION_CALL", "NEXT_WORD"))
                .body("promises.desk", hasItems("SALES", "SALES"))
                .body("promises[0].told", startsWith("Zadzwonimy"))
                .body("promises[0].dueAt", matchesPattern(".*\\+0[12]:00"))
                .body("promises[0].firstPromisedAt", notNullValue());
    }
}
