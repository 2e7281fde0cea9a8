package io.orderjourney.notification.incidents.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.notification.Fixtures;
import io.orderjourney.notification.incidents.Heartbeat;
import io.orderjourney.notification.incidents.Heartbeats;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentState;
import io.orderjourney.notification.incidents.usecase.IncidentHandler.Happened;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.time.SettableClock;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two monitors of the shop's site, on a Saturday at eleven. */
class HeartbeatHandlerTest {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Instant ELEVEN = Fixtures.at("2026-01-17T11:00");

    private final SettableClock clock = SettableClock.inMemory(ELEVEN);
    private final IncidentsInMemory incidents = new IncidentsInMemory();
    private final IncidentHandler handler =
            new IncidentHandler(incidents, untouched(Deliveries.class), clock, unheard());
    private final HeartbeatHandler heartbeats =
            new HeartbeatHandler(new HeartbeatsInMemory(), incidents, handler, clock, unheard());
    private String key = "";

    @BeforeEach
    void register() {
        incidents.put(
                IncidentKind.SHOP_DOWN,
                new IncidentPlan(
                        Duration.ofHours(2), Duration.ofMinutes(10), List.of(), null, true, List.of(), List.of()));
        key = heartbeats.register("site", IncidentKind.SHOP_DOWN, null, EVERY).key();
    }

    @Test
    void it_is_silent_when_its_interval_is_over_and_not_a_millisecond_before() {
        clock.advanceTo(ELEVEN.plus(EVERY).minusMillis(1));
        assertThat(heartbeats.findSilent()).isZero();
        clock.advanceTo(ELEVEN.plus(EVERY));
        assertThat(heartbeats.findSilent()).isOne();
        assertThat(heartbeats.findSilent()).isZero();

        assertThat(all()).singleElement().satisfies(incident -> {
            assertThat(incident.state()).isEqualTo(IncidentState.OPEN);
            assertThat(incident.opening().by()).isEqualTo("heartbeat:site");
        });
    }

    @Test
    void a_beat_in_time_keeps_it_quiet() {
        clock.advanceTo(ELEVEN.plus(EVERY).minusMillis(1));
        heartbeats.beat("site", key, true, null);
        clock.advanceTo(ELEVEN.plus(EVERY).plus(EVERY).minusMillis(2));

        assertThat(heartbeats.findSilent()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    void what_two_monitors_see_is_one_incident() {
        heartbeats.register("site-from-abroad", IncidentKind.SHOP_DOWN, null, EVERY);
        clock.advanceTo(ELEVEN.plus(EVERY));

        assertThat(heartbeats.findSilent()).isEqualTo(2);
        assertThat(all()).hasSize(1);
        assertThat(incidents.log(all().get(0).id(), 100))
                .extracting(entry -> entry.text())
                .contains("site", "site-from-abroad");
    }

    @Test
    void it_ends_the_incident_and_opens_it_again_until_somebody_closes_it() {
        heartbeats.beat("site", key, false, "HTTP 500");
        Incident first = all().get(0);
        heartbeats.beat("site", key, true, null);
        assertThat(state(first)).isEqualTo(IncidentState.RESOLVED);
        heartbeats.beat("site", key, false, "HTTP 500");
        assertThat(state(first)).isEqualTo(IncidentState.OPEN);
        assertThat(all()).hasSize(1);

        heartbeats.beat("site", key, true, null);
        handler.record(first.id(), new Happened(IncidentEvent.CLOSE, "another host", null, null), "ewa");
        heartbeats.beat("site", key, false, "HTTP 500");
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_false_alarm_is_not_raised_again_by_the_same_silence() {
        heartbeats.beat("site", key, false, null);
        handler.record(all().get(0).id(), new Happened(IncidentEvent.DISMISS, null, null, null), "ewa");

        heartbeats.beat("site", key, false, null);
        clock.advanceTo(ELEVEN.plus(EVERY.multipliedBy(3)));
        assertThat(heartbeats.findSilent()).isZero();
        assertThat(all()).hasSize(1);
    }

    @Test
    void another_key_is_not_heard() {
        assertThatThrownBy(() -> heartbeats.beat("site", "guessed", false, null))
                .isInstanceOf(HeartbeatHandler.WrongKey.class);
        assertThatThrownBy(() -> heartbeats.beat("nothing", key, false, null))
                .isInstanceOf(HeartbeatHandler.WrongKey.class);
        String renewed =
                heartbeats.register("site", IncidentKind.SHOP_DOWN, null, EVERY).key();
        assertThatThrownBy(() -> heartbeats.beat("site", key, true, null))
                .isInstanceOf(HeartbeatHandler.WrongKey.class);
        heartbeats.beat("site", renewed, true, null);
        assertThat(all()).isEmpty();
    }

    private List<Incident> all() {
        return incidents.list(true, null, 100);
    }

    private IncidentState state(Incident incident) {
        return incidents.find(incident.id()).orElseThrow().state();
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> unheard() {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, values) -> null);
    }

    /** A plan without a channel that is down touches no delivery. */
    private static <T> T untouched(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (any, method, values) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    private static final class HeartbeatsInMemory implements Heartbeats {

        private final Map<String, Heartbeat> all = new HashMap<>();
        private final Map<String, byte[]> keys = new HashMap<>();

        @Override
        public void put(Heartbeat heartbeat, byte[] keyHash) {
            all.put(heartbeat.name(), heartbeat);
            keys.put(heartbeat.name(), keyHash);
        }

        @Override
        public Optional<Heartbeat> findForChange(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public byte[] keyHash(String name) {
            return keys.getOrDefault(name, new byte[0]);
        }

        @Override
        public void change(Heartbeat heartbeat) {
            all.put(heartbeat.name(), heartbeat);
        }

        @Override
        public boolean remove(String name) {
            return all.remove(name) != null;
        }

        @Override
        public List<Heartbeat> all() {
            return List.copyOf(all.values());
        }

        @Override
        public List<Heartbeat> takeOverdue(Instant now, int atMost) {
            return all.values().stream()
                    .filter(heartbeat -> heartbeat.isOverdueAt(now))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public @Nullable Instant nextAt() {
            return null;
        }
    }
}
