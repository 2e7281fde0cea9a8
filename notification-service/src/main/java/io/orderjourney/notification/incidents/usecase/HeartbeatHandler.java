package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.notification.incidents.Heartbeat;
import io.orderjourney.notification.incidents.Heartbeats;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentScope;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.usecase.IncidentHandler.Happened;
import io.orderjourney.notification.incidents.usecase.IncidentHandler.IncidentsChanged;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers heartbeats, hears them, and opens an incident when one is silent: at any hour, on any day. */
@ApplicationScoped
public class HeartbeatHandler {

    private static final int KEY_BYTES = 24;
    private static final int OVERDUE_AT_ONCE = 20;

    private final Heartbeats heartbeats;
    private final Incidents incidents;
    private final IncidentHandler handler;
    private final BusinessClock clock;
    private final Event<IncidentsChanged> changed;
    private final SecureRandom random = new SecureRandom();

    HeartbeatHandler(
            Heartbeats heartbeats,
            Incidents incidents,
            IncidentHandler handler,
            BusinessClock clock,
            Event<IncidentsChanged> changed) {
        this.heartbeats = heartbeats;
        this.incidents = incidents;
        this.handler = handler;
        this.clock = clock;
        this.changed = changed;
    }

    /** A heartbeat with its key, which is shown this once. */
    public record WithKey(Heartbeat heartbeat, String key) {}

    /** The key is not that of a heartbeat with this name; nothing says whether there is one. */
    public static final class WrongKey extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongKey() {
            super("No heartbeat of this name has this key");
        }
    }

    /** Registers a heartbeat, or changes it and its key; from now on it has to speak. */
    @Transactional
    public WithKey register(String name, IncidentKind kind, @Nullable String partner, Duration interval) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Heartbeat heartbeat = new Heartbeat(
                name, kind, partner, interval, null, clock.instant().plus(interval), false, null);
        heartbeats.put(heartbeat, hash(key));
        changed.fire(new IncidentsChanged());
        return new WithKey(heartbeat, key);
    }

    /** @return false if there was none */
    @Transactional
    public boolean remove(String name) {
        return heartbeats.remove(name);
    }

    /**
     * It spoke.
     *
     * @param up whether what it watches works
     * @param detail what it saw; for the log
     * @throws WrongKey if the key is not its own
     */
    @Transactional
    public Heartbeat beat(String name, String key, boolean up, @Nullable String detail) {
        Heartbeat before = heartbeats.findForChange(name).orElseThrow(WrongKey::new);
        if (!MessageDigest.isEqual(heartbeats.keyHash(name), hash(key))) {
            throw new WrongKey();
        }
        Heartbeat after = before.beat(clock.instant());
        if (!up) {
            after = before.silent() ? before : lost(before, IncidentEntry.What.SILENT, detail);
        } else if (before.silent()) {
            spokeAgain(before);
        }
        heartbeats.change(after);
        changed.fire(new IncidentsChanged());
        return after;
    }

    /** @return how many were found silent */
    @Transactional
    public int findSilent() {
        Instant now = clock.instant();
        List<Heartbeat> overdue = heartbeats.takeOverdue(now, OVERDUE_AT_ONCE);
        for (Heartbeat heartbeat : overdue) {
            Instant lastAt = heartbeat.lastAt();
            String since = lastAt == null ? "it never spoke" : "it spoke last at " + lastAt;
            heartbeats.change(lost(heartbeat, IncidentEntry.What.SILENT, since));
        }
        return overdue.size();
    }

    private Heartbeat lost(Heartbeat heartbeat, IncidentEntry.What what, @Nullable String detail) {
        String by = "heartbeat:" + heartbeat.name();
        IncidentPlan plan = handler.planOf(heartbeat.kind());
        Incident incident = unfinished(heartbeat).orElseGet(() -> {
            IncidentScope scope = new IncidentScope(plan.promiseKinds(), heartbeat.partner(), null, null, null);
            String title = heartbeat.name() + " is silent";
            return handler.open(new IncidentHandler.NewIncident(heartbeat.kind(), title, scope), by)
                    .or(() -> incidents.unfinished(heartbeat.kind(), heartbeat.partner(), null))
                    .orElseThrow();
        });
        handler.log(incident, what, by, heartbeat.name(), detail);
        if (incident.state().allows(IncidentEvent.REOPEN)) {
            handler.record(incident.id(), new Happened(IncidentEvent.REOPEN, detail, null, null), by);
        }
        return heartbeat.lost(incident.id());
    }

    /** The one it opened before, while that is unfinished, or another of its kind. */
    private Optional<Incident> unfinished(Heartbeat heartbeat) {
        UUID known = heartbeat.incidentId();
        return Optional.ofNullable(known)
                .flatMap(incidents::find)
                .filter(incident -> incident.state().isUnfinished())
                .or(() -> incidents.unfinished(heartbeat.kind(), heartbeat.partner(), null));
    }

    private void spokeAgain(Heartbeat heartbeat) {
        String by = "heartbeat:" + heartbeat.name();
        Optional.ofNullable(heartbeat.incidentId()).flatMap(incidents::find).ifPresent(incident -> {
            handler.log(incident, IncidentEntry.What.SPOKE_AGAIN, by, heartbeat.name(), null);
            if (incident.state().allows(IncidentEvent.RESOLVE)) {
                handler.record(incident.id(), new Happened(IncidentEvent.RESOLVE, null, null, null), by);
            }
        });
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
