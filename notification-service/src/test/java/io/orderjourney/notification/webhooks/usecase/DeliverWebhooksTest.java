package io.orderjourney.notification.webhooks.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookDelivery.State;
import io.orderjourney.notification.webhooks.WebhookMessage;
import io.orderjourney.notification.webhooks.WebhookQueue;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Decision;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Health;
import io.orderjourney.notification.webhooks.WebhookSender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of webhooks at one receiver, from the first attempt to the third day, in milliseconds. */
class DeliverWebhooksTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final RememberedQueue queue = new RememberedQueue();
    private final Receiver receiver = new Receiver();
    private final List<String> disabled = new ArrayList<>();
    private Instant now = MONDAY;
    private final DeliverWebhooks deliver = new DeliverWebhooks(
            queue, receiver, () -> now, (last, why) -> disabled.add(why), new SimpleMeterRegistry());

    @Test
    void a_receiver_that_is_away_is_asked_with_one_message_and_all_arrive_when_it_is_back() {
        receiver.status = 503;
        UUID first = queue.add(now);
        queue.add(now);
        queue.add(now);

        round();
        assertThat(receiver.asked).containsExactly(first);
        assertThat(queue.released).hasSize(2);

        receiver.status = 204;
        now = now.plus(Duration.ofMinutes(6));
        round();
        assertThat(queue.states()).containsOnly(State.DELIVERED);
    }

    @Test
    void after_three_days_it_is_disabled_and_nothing_is_dropped() {
        receiver.status = 500;
        queue.add(now);
        while (disabled.isEmpty()) {
            round();
            now = now.plus(Duration.ofMinutes(30));
        }

        assertThat(now).isAfter(MONDAY.plus(Duration.ofDays(3))).isBefore(MONDAY.plus(Duration.ofDays(5)));
        assertThat(disabled.get(0)).contains("500");
        assertThat(queue.states()).containsOnly(State.PENDING);
        assertThat(receiver.asked).hasSizeBetween(8, 12);
    }

    @Test
    void a_message_that_is_refused_alone_does_not_hold_up_the_others() {
        UUID refused = queue.add(now);
        receiver.refuses = refused;
        for (int i = 0; i < 400; i++) {
            queue.add(now);
            round();
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(disabled).isEmpty();
        assertThat(queue.state(refused)).isEqualTo(State.FAILED);
        assertThat(receiver.asked.stream().filter(refused::equals)).hasSize(10);
        assertThat(queue.states()).filteredOn(State.DELIVERED::equals).hasSizeGreaterThan(390);
    }

    private void round() {
        deliver.claim(Set.of(), 1).values().forEach(deliver::send);
    }

    /** The other system. */
    private static final class Receiver implements WebhookSender {

        private final List<UUID> asked = new ArrayList<>();
        private int status = 204;
        private @Nullable UUID refuses;

        @Override
        public Outcome send(Request request) {
            asked.add(request.messageId());
            int answer = request.messageId().equals(refuses) ? 400 : status;
            return new Outcome(answer < 300, answer, "the receiver answered " + answer);
        }
    }

    /** The queue of one endpoint, without a database. */
    private static final class RememberedQueue implements WebhookQueue {

        private static final UUID ENDPOINT = new UUID(0, 1);

        private final Map<UUID, WebhookDelivery> all = new LinkedHashMap<>();
        private final List<UUID> released = new ArrayList<>();
        private Health health = new Health(null, null, 0);
        private @Nullable Instant pausedUntil;

        UUID add(Instant at) {
            UUID id = new UUID(9, 1_000L * all.size());
            WebhookMessage message = new WebhookMessage(id, "promises.promise-made.v1", new UUID(1, 1), "{}", at);
            all.put(id, new WebhookDelivery(ENDPOINT, message, State.PENDING, 0, at, null, null, null));
            return id;
        }

        List<State> states() {
            return all.values().stream().map(WebhookDelivery::state).toList();
        }

        State state(UUID id) {
            return all.values().stream()
                    .filter(delivery -> delivery.message().id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .state();
        }

        @Override
        public List<Claimed> claim(Set<UUID> except, int endpointsMax, Instant now, Duration lease) {
            if (pausedUntil != null && pausedUntil.isAfter(now)) {
                return List.of();
            }
            return all.values().stream()
                    .filter(one ->
                            one.state() == State.PENDING && !one.tryAfter().isAfter(now))
                    .map(one -> new Claimed(
                            one,
                            new WebhookSender.Request(
                                    "https://shop.example.com",
                                    List.of(),
                                    one.message().id(),
                                    "{}"),
                            health))
                    .toList();
        }

        @Override
        public void release(WebhookDelivery delivery) {
            released.add(delivery.message().id());
        }

        @Override
        public void tried(
                WebhookDelivery delivery, WebhookSender.Outcome outcome, Decision decision, Health after, Instant now) {
            health = after;
            pausedUntil = after.pausedUntil(now);
            Instant again = decision.tryAfter();
            all.put(
                    delivery.message().id(),
                    new WebhookDelivery(
                            ENDPOINT,
                            delivery.message(),
                            decision.state(),
                            delivery.attempts() + 1,
                            again == null ? delivery.tryAfter() : again,
                            now,
                            outcome.status(),
                            outcome.detail()));
        }

        @Override
        public @Nullable Instant nextAt() {
            return null;
        }

        @Override
        public long due(Instant now) {
            return 0;
        }
    }
}
