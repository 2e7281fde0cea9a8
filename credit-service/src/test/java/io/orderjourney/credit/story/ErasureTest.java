package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.operations.testing.Canary;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** This service keeps no contact; what names a customer here is what people wrote, and what could not be read. */
@QuarkusTest
class ErasureTest extends CreditShop {

    private final String mark = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @Test
    void nothing_of_an_erased_customer_is_left_in_any_table_or_stored_response() throws SQLException {
        shift("ewa", today(), "09:00", "19:00");
        shift("ewa", today().plusDays(1), "09:00", "19:00");
        UUID orderId = approvedOrder();
        String application = applicationOf(orderId);
        UUID customer = UUID.fromString(show(application).text("/customerId"));
        told(orderId, NoticeSubject.CREDIT_APPROVED);
        String appointmentDesk = note(orderId);
        checkIn("ewa").ok();
        act(Caller.CREDIT, application, "signatures", ApiClient.body("expertId", "ewa"))
                .ok();
        searchPapers(application);
        unreadableContact(customer);
        assertThat(Canary.found(database, mark))
                .as("before, after " + appointmentDesk)
                .anyMatch(place -> place.startsWith("journey_note"))
                .anyMatch(place -> place.startsWith("dead_letter"));
        assertThat(Canary.found(database, "safe of " + mark.substring(0, 12)))
                .anyMatch(place -> place.startsWith("paper_trail"))
                .anyMatch(place -> place.startsWith("idempotency_key"));

        deliver.event(EventTypes.JOURNEY_ENDED, orderId, new JourneyEnded(JourneyEnd.COMPLETED, clock.instant()));
        deliver.state(EventTypes.CONTACT_CHANGED, customer.toString(), null);

        assertThat(facts(customer)).contains(EventTypes.CUSTOMER_DATA_ERASED.wireName());
        assertThat(Canary.found(database, mark)).isEmpty();
        // The event of the search is kept, as every event is: the desk is told not to name anybody there.
        assertThat(Canary.found(database, "safe of " + mark.substring(0, 12)))
                .allMatch(place -> place.startsWith("journey_event"));
    }

    /** The desk moves the appointment and writes down why, which is no matter of anybody else. */
    private String note(UUID orderId) {
        Promise appointment = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        return client.post(
                        Caller.MANAGEMENT,
                        "/api/v1/promises/" + appointment.id() + "/reschedule",
                        ApiClient.body(
                                "dueAt",
                                at(today().plusDays(1), "12:00").atZone(WARSAW).toOffsetDateTime(),
                                "reason",
                                "EXPERT_ABSENT",
                                "note",
                                "Jan " + mark + " cannot walk far"),
                        Map.of(
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "If-Match",
                                "\"v" + appointment.revision() + "\""))
                .ok()
                .text("/id");
    }

    private void searchPapers(String application) {
        act(
                        Caller.CREDIT,
                        application,
                        "papers/searches",
                        ApiClient.body("lastSeen", "in the safe of " + mark.substring(0, 12)))
                .ok();
    }

    private void unreadableContact(UUID customer) {
        try (Broker broker = new Broker(servers)) {
            broker.raw(
                    EventTypes.CONTACT_CHANGED.topic(),
                    customer,
                    ("{\"name\": \"Jan " + mark + "\", \"phone\": 7}").getBytes(StandardCharsets.UTF_8),
                    "/order-service",
                    EventTypes.CONTACT_CHANGED.wireName(),
                    clock.instant());
        }
        await().atMost(PATIENCE).until(() -> found("dead_letter"));
    }

    private boolean found(String table) throws SQLException {
        List<String> places = Canary.found(database, mark);
        return places.stream().anyMatch(place -> place.startsWith(table));
    }
}
