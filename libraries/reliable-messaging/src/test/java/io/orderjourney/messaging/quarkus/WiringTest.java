package io.orderjourney.messaging.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.TraceSource;
import io.orderjourney.messaging.consume.ConsumerLag;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class WiringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    WiringService service;

    @Inject
    Backlog backlog;

    @Inject
    DeliverTwice deliverTwice;

    @Inject
    @Any
    Instance<PendingWork> unsettled;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    Caller caller;

    /** Somebody who traces their request to this service. */
    @Singleton
    static class Caller implements TraceSource {

        private volatile @Nullable String traceparent;

        @Override
        public @Nullable String traceparent() {
            return traceparent;
        }
    }

    @Test
    void a_service_only_declares_its_subscribers_and_its_facts_arrive() {
        UUID id = service.note(UUID.randomUUID(), "hello");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.string("select note from effect where event_id = '" + id + "'"))
                        .isEqualTo("heard: hello"));
        await().atMost(PATIENCE).until(() -> backlog.outboxCount() == 0);
    }

    @Test
    void a_copy_of_a_state_follows_its_source_and_goes_with_it() {
        service.rename("c-1", "Jan");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.string("select note from customer_copy where id = 'c-1'"))
                        .isEqualTo("Jan"));

        service.erase("c-1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.string("select note from customer_copy where id = 'c-1'"))
                        .isNull());
    }

    @Test
    void what_lies_on_the_topics_counts_as_unsettled_until_it_was_consumed() {
        assertThat(unsettled.stream()).anyMatch(ConsumerLag.class::isInstance);
        service.note(UUID.randomUUID(), "soon");
        await().atMost(PATIENCE)
                .until(() -> backlog.outboxCount() == 0
                        && unsettled.stream()
                                        .mapToLong(one -> one.due(Instant.now()))
                                        .sum()
                                == 0);
    }

    @Test
    void a_handler_test_delivers_each_event_twice() {
        UUID id = deliverTwice.event(WiringService.NOTED, UUID.randomUUID(), new WiringService.Note("twice"));
        assertThat(service.string("select count(*) from effect where event_id = '" + id + "'"))
                .isEqualTo("1");

        deliverTwice.state(WiringService.CUSTOMER, "c-2", new WiringService.Note("Ewa"));
        assertThat(service.string("select note from customer_copy where id = 'c-2'"))
                .isEqualTo("Ewa");
        deliverTwice.state(WiringService.CUSTOMER, "c-2", null);
        assertThat(service.string("select note from customer_copy where id = 'c-2'"))
                .isNull();
    }

    @Test
    void the_trace_of_a_change_goes_on_in_the_handler_of_its_event() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        List<UUID> ids = new ArrayList<>();
        TraceContexts.run(trace, () -> ids.add(service.note(UUID.randomUUID(), "traced")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                service.string("select note from effect where event_id = '" + ids.get(0) + "'"))
                        .isEqualTo(trace));
    }

    @Test
    void the_trace_of_a_caller_goes_on_in_what_follows_from_their_request() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        caller.traceparent = trace;
        UUID id;
        try {
            id = service.note(UUID.randomUUID(), "traced");
        } finally {
            caller.traceparent = null;
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.string("select note from effect where event_id = '" + id + "'"))
                        .isEqualTo(trace));
    }

    @Test
    void the_loops_are_alive_and_started() {
        await().atMost(PATIENCE).until(() -> !health.getReadiness().isDown());
        assertThat(health.getLiveness().isDown()).isFalse();
        assertThat(health.getLiveness().getPayload().toString())
                .contains("relay", "partition-leases", "event-consumer");
    }
}
