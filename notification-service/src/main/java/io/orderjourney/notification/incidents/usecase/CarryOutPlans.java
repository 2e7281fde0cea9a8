package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.incidents.DayPlan;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.PlannedMove;
import io.orderjourney.notification.incidents.ReschedulePlan;
import io.orderjourney.notification.incidents.ReschedulePlan.ReschedulePlans;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers and carries out plans, one slice in one transaction: what was done and that it was done are written together, so a
 * process that dies goes on where it was, and nobody gets two dates. Owners and customers learn of a new date as of every one
 * that is decided here: by the event, and by the watch.
 */
@ApplicationScoped
class CarryOutPlans {

    /** Promises of one slice, and with them others of the same orders. */
    private static final int SLICE = 50;

    private final ReschedulePlans plans;
    private final PlanReschedules planning;
    private final Incidents incidents;
    private final IncidentHandler handler;
    private final Promises promises;
    private final PromiseBook book;
    private final PromisedDates dates;
    private final WatchQueue queue;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CarryOutPlans(
            ReschedulePlans plans,
            PlanReschedules planning,
            Incidents incidents,
            IncidentHandler handler,
            Promises promises,
            PromiseBook book,
            PromisedDates dates,
            WatchQueue queue,
            CurrentTerms terms,
            BusinessClock clock) {
        this.plans = plans;
        this.planning = planning;
        this.incidents = incidents;
        this.handler = handler;
        this.promises = promises;
        this.book = book;
        this.dates = dates;
        this.queue = queue;
        this.terms = terms;
        this.clock = clock;
    }

    /** @return whether there was a slice to do; then there may be more */
    @Transactional
    boolean nextSlice() {
        Optional<ReschedulePlan> plan = plans.takeUnfinished();
        plan.ifPresent(found -> {
            if (found.gatheredAt() == null) {
                planning.gather(found);
            } else {
                carryOut(found);
            }
        });
        return plan.isPresent();
    }

    private void carryOut(ReschedulePlan plan) {
        Incident incident = incidents.find(plan.incidentId()).orElseThrow();
        List<PlannedMove> moves = plans.next(plan.id(), SLICE);
        if (moves.isEmpty()) {
            plans.finished(plan, clock.instant());
            handler.log(
                    incident,
                    IncidentEntry.What.RESCHEDULED,
                    Objects.requireNonNullElse(plan.progress().confirmedBy(), plan.plannedBy()),
                    String.valueOf(plan.progress().rescheduled()),
                    String.valueOf(plan.progress().leftAlone()));
            return;
        }
        Set<UUID> journeys = moves.stream().map(PlannedMove::journeyId).collect(Collectors.toSet());
        Map<UUID, Promise> known =
                promises.ofForChange(journeys).stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        Map<Desk, Long> totals = PlanReschedules.totals(plans.counts(plan.id()));
        List<DayPlan.Day> days = plans.days(plan.id());
        List<PlannedMove> rescheduled = new ArrayList<>();
        List<PlannedMove> leftAlone = new ArrayList<>();
        for (PlannedMove move : moves) {
            // Who was promised first gets the first day, although who ordered last is told first.
            long rank = totals.getOrDefault(move.desk(), 0L) - 1 - move.deskPosition();
            boolean moved = days.stream()
                    .filter(day -> day.desk() == move.desk() && day.takes(rank))
                    .findFirst()
                    .filter(day -> reschedule(known.get(move.promiseId()), move, day, incident))
                    .isPresent();
            (moved ? rescheduled : leftAlone).add(move);
        }
        plans.done(plan, rescheduled, leftAlone);
        queue.requeue(journeys);
    }

    /** @return false if somebody else has decided meanwhile, or the date holds as it is */
    private boolean reschedule(@Nullable Promise promise, PlannedMove move, DayPlan.Day day, Incident incident) {
        if (promise == null || !promise.isOpen() || promise.isWaiting() || promise.revision() != move.revision()) {
            return false;
        }
        GrantedDate date = dateOn(day, promise);
        if (!date.dueAt().isAfter(promise.dueAt())) {
            return false;
        }
        String actor = "incident:" + incident.number();
        ReasonCode reason = ReschedulePlan.reasonOf(incident.kind());
        Promise after = book.reschedule(promise.id(), date, reason, null, DecidedBy.SYSTEM, actor);
        dates.record(new PromisedDate(
                after.id(),
                after.revision(),
                after.journeyId(),
                after.dueAt(),
                after.windowStartAt(),
                reason,
                actor,
                true,
                clock.instant(),
                null,
                null));
        return true;
    }

    /** By the end of that day; an agreed window keeps its length. */
    private GrantedDate dateOn(DayPlan.Day day, Promise promise) {
        PromiseDates asked = PromiseDates.at(clock.instant(), terms.get());
        if (promise.windowStartAt() == null) {
            return asked.foreseen(promise, day.dueAt());
        }
        Instant opensAt = terms.get().calendar(day.desk()).openingAt(day.dueAt());
        return asked.proposal(promise, new Expectation(opensAt, RiskCause.ESTIMATE, opensAt));
    }
}
