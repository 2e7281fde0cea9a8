package io.orderjourney.notification.incidents.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.incidents.DayPlan;
import io.orderjourney.notification.incidents.ReschedulePlan;
import io.orderjourney.notification.incidents.usecase.PlanReschedules;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** New dates for everything that an incident puts in danger: planned, looked at, and then carried out. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class ReschedulePlansResource {

    private static final int DAYS_AHEAD_MAX = 365;

    private final PlanReschedules planning;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final Caller caller;

    ReschedulePlansResource(PlanReschedules planning, CurrentTerms terms, BusinessClock clock, Caller caller) {
        this.planning = planning;
        this.terms = terms;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What to plan.
     *
     * @param from the first day that takes any; absent: today
     * @param perDayMax no day takes more promises of this desk than this; absent: as many as the desk can do
     */
    @Schema(name = "NewReschedulePlan")
    public record NewPlan(
            @Nullable LocalDate from,
            @Nullable @Size(max = 6) Map<@NotNull Desk, @NotNull @Min(0) @Max(1_000_000) Integer> perDayMax) {}

    /**
     * A day of a desk in a plan.
     *
     * @param capacity what the desk can do then
     * @param load what is due then anyway
     * @param places how many promises go there
     */
    @Schema(name = "RescheduleDay")
    public record DayView(Desk desk, LocalDate day, long capacity, long load, long places) {}

    /**
     * New dates for what an incident puts in danger.
     *
     * @param promises how many were found
     * @param byDesk the same by desk
     * @param unplaced how many find no place within sixty working days
     * @param days where they go; empty while they are gathered
     * @param rescheduled how many have their new date
     * @param leftAlone how many changed meanwhile, or can be kept as they are
     */
    @Schema(name = "ReschedulePlan")
    public record PlanView(
            UUID id,
            ReschedulePlan.State state,
            LocalDate from,
            OffsetDateTime plannedAt,
            String plannedBy,
            int promises,
            Map<Desk, Long> byDesk,
            long unplaced,
            List<DayView> days,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable String confirmedBy,
            int rescheduled,
            int leftAlone,
            @Nullable OffsetDateTime finishedAt) {

        static PlanView of(PlanReschedules.Planned planned, ZoneId zone) {
            ReschedulePlan plan = planned.plan();
            ReschedulePlan.Progress progress = plan.progress();
            return new PlanView(
                    plan.id(),
                    plan.state(),
                    plan.from(),
                    plan.plannedAt().atZone(zone).toOffsetDateTime(),
                    plan.plannedBy(),
                    plan.gathered().promises(),
                    planned.counts(),
                    planned.unplaced(),
                    planned.days().stream().map(PlanView::day).toList(),
                    time(progress.confirmedAt(), zone),
                    progress.confirmedBy(),
                    progress.rescheduled(),
                    progress.leftAlone(),
                    time(progress.finishedAt(), zone));
        }

        private static DayView day(DayPlan.Day day) {
            return new DayView(day.desk(), day.date(), day.capacity(), day.load(), day.places());
        }

        private static @Nullable OffsetDateTime time(@Nullable Instant at, ZoneId zone) {
            return at == null ? null : at.atZone(zone).toOffsetDateTime();
        }
    }

    @POST
    @Path("/incidents/{id}/reschedule-plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "planReschedules",
            summary = "Plan new dates for what an incident puts in danger",
            description = "A dry run: it shows how many promises go to which day and what each desk can take then, and"
                    + " changes nothing. It takes the place of an earlier plan that was not carried out.")
    public PlanView plan(@PathParam("id") UUID id, @Valid @NotNull NewPlan wanted) {
        LocalDate today = clock.instant().atZone(terms.get().zone()).toLocalDate();
        LocalDate from = wanted.from() == null ? today : wanted.from();
        if (from.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
            throw Problem.unprocessable("plan-too-far", "The first day is within a year.");
        }
        Map<Desk, Integer> perDayMax = wanted.perDayMax();
        try {
            return planning.plan(id, from, perDayMax == null ? Map.of() : perDayMax, caller.actor())
                    .map(plan -> latest(plan.incidentId()))
                    .orElseThrow(notFound());
        } catch (PlanReschedules.NotNow notNow) {
            throw Problem.transitionNotAllowed(notNow.getMessage() + ".");
        }
    }

    @GET
    @Path("/incidents/{id}/reschedule-plan")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "getReschedulePlan",
            summary = "Get the latest plan of an incident, and how far it is carried out")
    public PlanView latest(@PathParam("id") UUID id) {
        return PlanView.of(
                planning.latest(id).orElseThrow(notFound()), terms.get().zone());
    }

    @POST
    @Path("/incidents/{id}/reschedule-plan/execution")
    @Idempotent
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "carryOutReschedulePlan",
            summary = "Carry out the latest plan of an incident",
            description =
                    "In slices; who ordered last is told first. What somebody else changed meanwhile is left alone.")
    public PlanView carryOut(@PathParam("id") UUID id) {
        try {
            return planning.confirm(id, caller.actor())
                    .map(plan -> latest(plan.incidentId()))
                    .orElseThrow(notFound());
        } catch (PlanReschedules.NotNow notNow) {
            throw Problem.transitionNotAllowed(notNow.getMessage() + ".");
        }
    }

    private static Supplier<Problem> notFound() {
        return () -> Problem.notFound("reschedule-plan-not-found", "There is no such incident, or it has no plan.");
    }
}
