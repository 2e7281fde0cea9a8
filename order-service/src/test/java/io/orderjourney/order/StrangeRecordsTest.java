package io.orderjourney.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class StrangeRecordsTest {

    @Inject
    BusinessClock clock;

    @Test
    void a_broken_record_is_found_among_the_dead_letters_and_stops_nobody() {
        UUID broken = Shop.place("CREDIT");
        UUID whole = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock)) {
            others.send(
                    "credit",
                    broken.toString(),
                    "{\"applicationId\": 17}".getBytes(StandardCharsets.UTF_8),
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_source", "/credit-service",
                            "ce_type", EventTypes.CREDIT_APPROVED.wireName(),
                            "ce_time", clock.instant().toString(),
                            "ce_sequence", "1",
                            "ce_correlationid", broken.toString()));
            others.say(
                    "credit-service",
                    EventTypes.CREDIT_REFUSED,
                    whole,
                    new CreditRefused(UUID.randomUUID(), "bank", clock.instant()));
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(Shop.card(whole).getString("stage")).isEqualTo("REFUSED"));
        assertThat(Shop.as("operator").get("/api/v1/dead-letters").asString()).contains(broken.toString());
        assertThat(Shop.card(broken).getString("stage")).isEqualTo("PLACED");
    }

    @Test
    void a_fact_of_a_journey_that_nobody_ordered_makes_no_card() {
        UUID nobody = UUID.randomUUID();
        UUID somebody = Shop.place("CREDIT");
        try (OtherServices others = new OtherServices(clock)) {
            CreditRefused refused = new CreditRefused(UUID.randomUUID(), "bank", clock.instant());
            others.say("credit-service", EventTypes.CREDIT_REFUSED, nobody, refused);
            others.say("credit-service", EventTypes.CREDIT_REFUSED, somebody, refused);
        }

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(Shop.card(somebody).getString("stage")).isEqualTo("REFUSED"));
        Shop.as("care").get("/api/v1/journeys/" + nobody).then().statusCode(404);
        assertThat(Published.on("journeys", nobody)).isEmpty();
    }
}
