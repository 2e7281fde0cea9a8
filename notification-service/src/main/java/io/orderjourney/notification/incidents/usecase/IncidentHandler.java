package io.orderjourney.notification.incidents.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.incidents.CallOut;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentScope;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens incidents and records what happens to them, each in one transaction with its effect on the shop. */
@ApplicationScoped
public class IncidentHandler {

    /** Inside this service, after the commit: something may follow by itself at another time than before. */
    public record IncidentsChanged() {}

    private final Incidents incidents;
    private final Deliveries deliveries;
    private final BusinessClock clock;
    private final Event<IncidentsChanged> changed;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    IncidentHandler(Incidents incidents, Deliveries deliveries, BusinessClock clock, Event<IncidentsChanged> changed) {
        this.incidents = incidents;
        this.deliveries = deliveries;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * An incident to open.
     *
     * @param title what happened, in words for staff
     * @param scope which promises it puts in danger; absent: what the plan of its kind says
     */
    public record NewIncident(
            IncidentKind kind, String title, @Nullable IncidentScope scope) {}

    /**
     * Something that happened to an incident.
     *
     * @param text of UPDATE, RESOLVE, REOPEN and DISMISS a remark, of CLOSE the lessons
     * @param nextUpdateAt with UPDATE; absent: as late as the plan allows
     * @param step with STEP_DONE
     */
    public record Happened(
            IncidentEvent event,
            @Nullable String text,
            @Nullable Instant nextUpdateAt,
            @Nullable IncidentStep step) {}

    /**
     * Opens an incident.
     *
     * @return empty if an unfinished one of the same kind and place is known
     */
    @Transactional
    public Optional<Incident> open(NewIncident wanted, String by) {
        Instant now = clock.instant();
        IncidentPlan plan = planOf(wanted.kind());
        IncidentScope scope = wanted.scope() == null
                ? new IncidentScope(plan.promiseKinds(), null, null, null, null)
                : wanted.scope();
        Incident opened = Incident.opened(
                ids.generate(), wanted.kind(), wanted.title(), scope, plan, new Incident.Opening(now, by));
        Optional<Incident> stored = incidents.add(opened);
        stored.ifPresent(incident -> {
            log(incident, IncidentEntry.What.OPENED, by, incident.title(), null);
            store(incident, plan);
        });
        return stored;
    }

    /**
     * Records what happened.
     *
     * @return the incident as it is now; empty if there is none with this id
     * @throws Incident.Refused if this cannot happen to it now
     * @throws IllegalArgumentException if something is missing or does not fit; the message says what
     */
    @Transactional
    public Optional<Incident> record(UUID id, Happened happened, String by) {
        return incidents.findForChange(id).map(before -> {
            Instant now = clock.instant();
            IncidentPlan plan = planOf(before.kind());
            Incident after = after(before, happened, plan, by, now);
            log(after, what(happened.event()), by, textOf(happened, after), happened.text());
            store(after, plan);
            return after;
        });
    }

    private static Incident after(Incident before, Happened happened, IncidentPlan plan, String by, Instant now) {
        return switch (happened.event()) {
            case TAKE -> before.taken(by, now);
            case UPDATE ->
                before.updated(
                        Objects.requireNonNullElse(happened.nextUpdateAt(), now.plus(plan.updateEvery())), plan, now);
            case STEP_DONE -> {
                if (happened.step() == null) {
                    throw new IllegalArgumentException("Say which step is done");
                }
                yield before.stepDone();
            }
            case RESOLVE -> before.resolved(now);
            case REOPEN -> before.reopened(plan.updateEvery(), now);
            case CLOSE -> before.closed(Objects.requireNonNullElse(happened.text(), ""), now);
            case DISMISS -> before.dismissed(now);
        };
    }

    private static IncidentEntry.What what(IncidentEvent event) {
        return switch (event) {
            case TAKE -> IncidentEntry.What.TAKEN;
            case UPDATE -> IncidentEntry.What.UPDATED;
            case STEP_DONE -> IncidentEntry.What.STEP_DONE;
            case RESOLVE -> IncidentEntry.What.RESOLVED;
            case REOPEN -> IncidentEntry.What.REOPENED;
            case CLOSE -> IncidentEntry.What.CLOSED;
            case DISMISS -> IncidentEntry.What.DISMISSED;
        };
    }

    private static String textOf(Happened happened, Incident after) {
        IncidentStep step = happened.step();
        if (step != null) {
            return step.name();
        }
        Instant nextUpdateAt = after.progress().nextUpdateAt();
        return happened.event() == IncidentEvent.UPDATE && nextUpdateAt != null ? nextUpdateAt.toString() : "";
    }

    /** Stores it with what follows by itself, and with its effect on the shop. Joins the running transaction. */
    void store(Incident incident, IncidentPlan plan) {
        incidents.change(
                incident, CallOut.next(incident, plan).map(CallOut.Next::at).orElse(null));
        Channel channel = incident.effect().channelDown();
        if (channel != null) {
            if (incident.state().isActive()) {
                deliveries.channelDown(channel, incident.id());
            } else {
                deliveries.channelUp(channel, incident.id());
            }
        }
        changed.fire(new IncidentsChanged());
    }

    /** Adds a line to its log. Joins the running transaction. */
    void log(Incident incident, IncidentEntry.What what, String by, String text, @Nullable String detail) {
        incidents.log(incident.id(), new IncidentEntry(clock.instant(), what, by, text, detail));
    }

    IncidentPlan planOf(IncidentKind kind) {
        return Objects.requireNonNull(incidents.plans().get(kind), kind::name);
    }

    /** Puts the plan of a kind in force; what is open goes on by it from its next step. */
    @Transactional
    public void put(IncidentKind kind, IncidentPlan plan) {
        incidents.put(kind, plan);
    }
}
