package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents without a database. */
final class IncidentsInMemory implements Incidents {

    private final Map<UUID, Incident> incidents = new LinkedHashMap<>();
    private final Map<UUID, List<IncidentEntry>> logs = new LinkedHashMap<>();
    private final Map<IncidentKind, IncidentPlan> plans = new EnumMap<>(IncidentKind.class);

    @Override
    public Optional<Incident> add(Incident incident) {
        boolean known = unfinished(
                        incident.kind(),
                        incident.scope().partner(),
                        incident.scope().pickupPoint())
                .isPresent();
        if (known) {
            return Optional.empty();
        }
        incidents.put(incident.id(), incident);
        return Optional.of(incident);
    }

    @Override
    public Optional<Incident> unfinished(IncidentKind kind, @Nullable String partner, @Nullable String pickupPoint) {
        return incidents.values().stream()
                .filter(one -> one.kind() == kind
                        && one.state().isUnfinished()
                        && Objects.equals(one.scope().partner(), partner)
                        && Objects.equals(one.scope().pickupPoint(), pickupPoint))
                .findFirst();
    }

    @Override
    public Optional<Incident> find(UUID id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public Optional<Incident> findForChange(UUID id) {
        return find(id);
    }

    @Override
    public void change(Incident incident, @Nullable Instant next) {
        incidents.put(incident.id(), incident);
    }

    @Override
    public List<Incident> list(boolean all, @Nullable Place after, int atMost) {
        return incidents.values().stream()
                .filter(one -> all || one.state().isUnfinished())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Incident> holdingCampaigns() {
        return list(false, null, Integer.MAX_VALUE);
    }

    @Override
    public Optional<Incident> firstDue(Instant now) {
        return Optional.empty();
    }

    @Override
    public long due(Instant now) {
        return 0;
    }

    @Override
    public @Nullable Instant nextAt() {
        return null;
    }

    @Override
    public void log(UUID incidentId, IncidentEntry entry) {
        logs.computeIfAbsent(incidentId, id -> new ArrayList<>()).add(entry);
    }

    @Override
    public List<IncidentEntry> log(UUID incidentId, int atMost) {
        return logs.getOrDefault(incidentId, List.of());
    }

    @Override
    public EnumSet<IncidentStep> doneSteps(UUID incidentId) {
        return EnumSet.noneOf(IncidentStep.class);
    }

    @Override
    public Map<IncidentKind, IncidentPlan> plans() {
        return plans;
    }

    @Override
    public void put(IncidentKind kind, IncidentPlan plan) {
        plans.put(kind, plan);
    }

    @Override
    public List<AffectedPromise> openPromises(Set<String> kinds, AffectedPromise.@Nullable Place after, int atMost) {
        return List.of();
    }
}
