package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.contracts.fulfillment.CorrectionMade;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.order.Published;
import io.orderjourney.order.Published.Fact;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The text 002: "next time we mark the box" is promised after a complaint, and kept by the packer of the next order only. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class CorrectionStoryTest {

    @Inject
    DeliverTwice twice;

    private static Response promise(UUID complaint) {
        return Shop.as("care")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"care\": \"MARK_BOX\"}")
                .post("/api/v1/inquiries/" + complaint + "/corrections");
    }

    private static Response corrections(UUID complaint) {
        return Shop.as("care").get("/api/v1/inquiries/" + complaint + "/corrections");
    }

    @Test
    void it_is_kept_when_the_packer_of_the_next_order_says_so() {
        UUID complaint = InquiryStoryTest.asks("DAMAGE", "EMAIL", "pl", "Pudełko przyszło zgniecione.");
        Response promised = promise(complaint);
        promised.then().statusCode(201).body("madeAt", nullValue());
        promise(complaint).then().statusCode(409).body("code", equalTo("already-promised"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Published.on("orders", complaint))
                        .extracting(Fact::type)
                        .containsOnlyOnce("orders.correction-promised.v1"));
        corrections(complaint).then().body("items", hasSize(1)).body("items[0].madeAt", nullValue());

        UUID order = UUID.randomUUID();
        twice.event(
                EventTypes.CORRECTION_MADE,
                order,
                new CorrectionMade(
                        promised.jsonPath().getUUID("correctionId"),
                        PackingCare.MARK_BOX,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));

        corrections(complaint)
                .then()
                .body("items[0].madeAt", notNullValue())
                .body("items[0].orderJourneyId", equalTo(order.toString()));
        promise(complaint).then().statusCode(201);
    }
}
