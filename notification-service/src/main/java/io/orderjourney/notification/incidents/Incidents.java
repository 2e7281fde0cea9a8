package io.orderjourney.notification.incidents;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored incidents, their logs and plans. Every call joins the running transaction. */
public interface Incidents {

    /**
     * Stores a new incident.
     *
     * @return it with its number; empty if an unfinished one of the same kind and place is known
     */
    Optional<Incident> add(Incident incident);

    /** The unfinished incident of this kind and place. */
    Optional<Incident> unfinished(IncidentKind kind, @Nullable String partner, @Nullable String pickupPoint);

    Optional<Incident> find(UUID id);

    /** As {@link #find}, locked until this transaction ends. */
    Optional<Incident> findForChange(UUID id);

    /**
     * Stores the incident as it is now.
     *
     * @param next when something follows by itself; absent if nothing does
     */
    void change(Incident incident, @Nullable Instant next);

    /** The newest first; an incident that is over only if all are wanted. */
    List<Incident> list(boolean all, @Nullable Place after, int atMost);

    /** Those that are active and for which nothing is advertised; the oldest first, at most a hundred. */
    List<Incident> holdingCampaigns();

    /** A place in the list of incidents. */
    record Place(Instant openedAt, UUID id) {}

    /** One for which time has come. */
    Optional<Incident> firstDue(Instant now);

    /** How many wait for something that time has reached. */
    long due(Instant now);

    /** When something follows by itself next; null if nothing does. */
    @Nullable
    Instant nextAt();

    /** Adds a line to the log of an incident. */
    void log(UUID incidentId, IncidentEntry entry);

    /** The last lines of the log, the newest first. */
    List<IncidentEntry> log(UUID incidentId, int atMost);

    /** The steps that are done. */
    EnumSet<IncidentStep> doneSteps(UUID incidentId);

    /** The plan of each kind, as it is in force. */
    Map<IncidentKind, IncidentPlan> plans();

    /** Puts a plan in force. */
    void put(IncidentKind kind, IncidentPlan plan);

    /** The next open promises of these kinds, from the one that was made last. */
    List<AffectedPromise> openPromises(Set<String> kinds, AffectedPromise.@Nullable Place after, int atMost);
}
