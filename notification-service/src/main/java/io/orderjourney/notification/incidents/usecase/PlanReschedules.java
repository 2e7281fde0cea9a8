package io.orderjourney.notification.incidents.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.AffectedPromise;
import io.orderjourney.notification.incidents.DayPlan;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.ReschedulePlan;
import io.orderjourney.notification.incidents.ReschedulePlan.ReschedulePlans;
import io.orderjourney.notification.incidents.usecase.IncidentHandler.IncidentsChanged;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plans new dates for what an incident puts in danger: gathers it in slices, and spreads it over the days of each desk. */
@ApplicationScoped
public class PlanReschedules {

    /** Open promises that one transaction looks at. */
    private static final int SLICE = 500;

    private final ReschedulePlans plans;
    private final Incidents incidents;
    private final IncidentHandler handler;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final Event<IncidentsChanged> changed;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PlanReschedules(
            ReschedulePlans plans,
            Incidents incidents,
            IncidentHandler handler,
            Promises promises,
            CurrentTerms terms,
            BusinessClock clock,
            Event<IncidentsChanged> changed) {
        this.plans = plans;
        this.incidents = incidents;
        this.handler = handler;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * A plan with where everything would go.
     *
     * @param counts how many promises of each desk are in it
     * @param days by desk and day; empty while it is gathered
     */
    public record Planned(ReschedulePlan plan, Map<Desk, Long> counts, List<DayPlan.Day> days) {

        /** How many promises find no place within the days that are looked at. */
        public long unplaced() {
            boolean gathered = plan.gatheredAt() != null;
            return gathered
                    ? plan.gathered().promises()
                            - days.stream().mapToLong(DayPlan.Day::places).sum()
                    : 0;
        }
    }

    /** The plan cannot be made, or confirmed, as things stand. */
    public static final class NotNow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotNow(String why) {
            super(why);
        }
    }

    /**
     * Plans new dates; nothing is changed by that. An earlier plan that was not confirmed counts no more.
     *
     * @param from the first day that takes any
     * @param perDayMax no day takes more promises of this desk
     * @return empty if there is no such incident
     * @throws NotNow if the incident is over, or its latest plan is being carried out
     */
    @Transactional
    public Optional<ReschedulePlan> plan(UUID incidentId, LocalDate from, Map<Desk, Integer> perDayMax, String by) {
        return incidents.findForChange(incidentId).map(incident -> {
            if (!incident.state().isUnfinished()) {
                throw new NotNow("The incident is over");
            }
            if (isRunning(incidentId)) {
                throw new NotNow("The latest plan is being carried out");
            }
            Instant now = clock.instant();
            LocalDate today = now.atZone(terms.get().zone()).toLocalDate();
            ReschedulePlan plan = new ReschedulePlan(
                    ids.generate(),
                    incidentId,
                    from.isBefore(today) ? today : from,
                    perDayMax,
                    now,
                    by,
                    ReschedulePlan.Gathered.NOTHING,
                    null,
                    ReschedulePlan.Progress.NONE);
            plans.add(plan);
            changed.fire(new IncidentsChanged());
            return plan;
        });
    }

    private boolean isRunning(UUID incidentId) {
        return plans.latest(incidentId)
                .filter(plan -> plan.state() == ReschedulePlan.State.RUNNING)
                .isPresent();
    }

    /** The latest plan of an incident. */
    @Transactional
    public Optional<Planned> latest(UUID incidentId) {
        return plans.latest(incidentId)
                .map(plan -> new Planned(plan, totals(plans.counts(plan.id())), plans.days(plan.id())));
    }

    /**
     * Carries out the latest plan of an incident.
     *
     * @return empty if there is none
     * @throws NotNow if it is not ready, or was confirmed before
     */
    @Transactional
    public Optional<ReschedulePlan> confirm(UUID incidentId, String by) {
        Optional<Incident> incident = incidents.findForChange(incidentId);
        return plans.latestForChange(incidentId).map(plan -> {
            if (plan.state() != ReschedulePlan.State.READY) {
                throw new NotNow("The plan is " + plan.state());
            }
            plans.confirm(plan, by, clock.instant());
            incident.ifPresent(found -> handler.log(
                    found,
                    IncidentEntry.What.PLANNED,
                    by,
                    String.valueOf(plan.gathered().promises()),
                    null));
            changed.fire(new IncidentsChanged());
            return plans.latest(incidentId).orElseThrow();
        });
    }

    /** The next slice of what is in danger. Joins the running transaction. */
    void gather(ReschedulePlan plan) {
        Incident incident = incidents.find(plan.incidentId()).orElseThrow();
        Set<String> kinds = incident.scope().kinds().stream()
                .filter(kind -> !kind.equals(PromiseKind.NEXT_UPDATE))
                .map(PromiseKind::name)
                .collect(Collectors.toSet());
        List<AffectedPromise> open =
                incidents.openPromises(kinds, plan.gathered().last(), SLICE);
        if (!open.isEmpty()) {
            plans.gathered(
                    plan,
                    open.stream().filter(incident.scope()::covers).toList(),
                    open.get(open.size() - 1).place());
        }
        if (open.size() < SLICE) {
            plans.ready(plan, spread(plan), clock.instant());
        }
    }

    private List<DayPlan.Day> spread(ReschedulePlan plan) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        List<DayPlan.Day> days = new ArrayList<>();
        plans.counts(plan.id()).forEach((desk, leaving) -> {
            DayPlan.Offer offer = new DayPlan.Offer(
                    desk,
                    shop.calendar(desk),
                    shop.desk(desk),
                    promises.load(desk),
                    leaving,
                    plan.perDayMax().get(desk));
            days.addAll(DayPlan.of(total(leaving), plan.from(), offer, now).days());
        });
        return days;
    }

    static Map<Desk, Long> totals(Map<Desk, Map<LocalDate, Long>> counts) {
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, desk -> total(desk.getValue())));
    }

    private static long total(Map<LocalDate, Long> byDay) {
        return byDay.values().stream().mapToLong(Long::longValue).sum();
    }
}
