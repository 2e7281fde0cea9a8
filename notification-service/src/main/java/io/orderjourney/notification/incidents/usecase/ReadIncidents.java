package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.Heartbeat;
import io.orderjourney.notification.incidents.Heartbeats;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentScope;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.PublicWord;
import io.orderjourney.notification.incidents.StepAtHand;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads incidents with what is derived of them, and the promises that they put in danger. */
@ApplicationScoped
public class ReadIncidents {

    /** So many lines of a log are shown. */
    public static final int LOG_MAX = 200;

    /** Open promises that are read at once, */
    private static final int PLACES_AT_ONCE = 500;

    /** and in one reading; after that the caller goes on from there. */
    private static final int PLACES_MAX = 2_000;

    private final Incidents incidents;
    private final Heartbeats heartbeats;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String shopName;
    private final Optional<String> emergencyMail;
    private final Optional<String> emergencyPhone;

    ReadIncidents(
            Incidents incidents,
            Heartbeats heartbeats,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.shop.name") String shopName,
            @ConfigProperty(name = "journey.incidents.emergency-mail") Optional<String> emergencyMail,
            @ConfigProperty(name = "journey.incidents.emergency-phone") Optional<String> emergencyPhone) {
        this.incidents = incidents;
        this.heartbeats = heartbeats;
        this.terms = terms;
        this.clock = clock;
        this.shopName = shopName;
        this.emergencyMail = emergencyMail;
        this.emergencyPhone = emergencyPhone;
    }

    /**
     * An incident as its page shows it.
     *
     * @param atHand the one thing to do next; absent if there is none
     * @param log the newest line first
     */
    public record Found(
            Incident incident,
            IncidentPlan plan,
            Set<IncidentStep> doneSteps,
            @Nullable StepAtHand atHand,
            List<IncidentEntry> log) {}

    /**
     * Promises in danger.
     *
     * @param goesOnAfter where there may be more; absent at the end
     */
    public record Affected(List<AffectedPromise> promises, AffectedPromise.@Nullable Place goesOnAfter) {}

    /** The newest first. */
    @Transactional
    public List<Incident> list(boolean all, Incidents.@Nullable Place after, int atMost) {
        return incidents.list(all, after, atMost);
    }

    @Transactional
    public Optional<Found> find(UUID id) {
        return incidents.find(id).map(incident -> {
            IncidentPlan plan = Objects.requireNonNull(incidents.plans().get(incident.kind()));
            Set<IncidentStep> done = incidents.doneSteps(id);
            return new Found(
                    incident,
                    plan,
                    done,
                    StepAtHand.of(incident, plan, done, clock.instant()),
                    incidents.log(id, LOG_MAX));
        });
    }

    /** Open promises in danger, from the one that was made last; a reading costs the same however much is open. */
    @Transactional
    public Affected affected(IncidentScope scope, AffectedPromise.@Nullable Place after, int atMost) {
        List<AffectedPromise> found = new ArrayList<>();
        AffectedPromise.Place last = after;
        Set<String> kinds = scope.kinds().stream().map(PromiseKind::name).collect(Collectors.toSet());
        for (int read = 0; read < PLACES_MAX; read += PLACES_AT_ONCE) {
            List<AffectedPromise> open = incidents.openPromises(kinds, last, PLACES_AT_ONCE);
            for (AffectedPromise promise : open) {
                if (scope.covers(promise)) {
                    if (found.size() == atMost) {
                        return new Affected(found, last);
                    }
                    found.add(promise);
                }
                last = promise.place();
            }
            if (open.size() < PLACES_AT_ONCE) {
                return new Affected(found, null);
            }
        }
        return new Affected(found, last);
    }

    @Transactional
    public Map<IncidentKind, IncidentPlan> plans() {
        return incidents.plans();
    }

    @Transactional
    public List<Heartbeat> heartbeats() {
        return heartbeats.all();
    }

    /** The incidents for which nothing is advertised now. */
    @Transactional
    public List<Incident> holdingCampaigns() {
        return incidents.holdingCampaigns();
    }

    /** What the shop says in public. */
    public PublicWord publicWord() {
        return new PublicWord(
                shopName,
                emergencyMail.orElse(null),
                emergencyPhone.orElseGet(
                        () -> terms.get().desk(Desk.CUSTOMER_CARE).phone()),
                terms.get().zone());
    }
}
