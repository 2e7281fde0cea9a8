package io.orderjourney.credit.roster.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.credit.roster.Absence;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.credit.roster.Shift;
import io.orderjourney.credit.roster.usecase.CheckInHandler;
import io.orderjourney.credit.roster.usecase.PlanShiftHandler;
import io.orderjourney.credit.roster.usecase.RecordAbsenceHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The credit experts' duty roster. */
@Path("/api/v1/roster")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster")
public class RosterResource {

    private static final String NAME = "[A-Za-z0-9._-]{1,64}";
    private static final Duration ABSENCE_MAX = Duration.ofDays(400);
    private static final int DAYS_SHOWN_MAX = 62;

    private static final String SHIFT_EXAMPLE = """
            {"pickupPoint": "WAW-1", "from": "10:00", "until": "18:00"}""";

    private static final String ABSENCE_EXAMPLE = """
            {"startsAt": "2026-01-14T09:00:00+01:00", "endsAt": "2026-01-16T19:00:00+01:00", "reason": "ill"}""";

    private static final String CHECK_IN_EXAMPLE = "{\"pickupPoint\": \"WAW-1\"}";

    private final RosterEntries entries;
    private final PlanShiftHandler shifts;
    private final RecordAbsenceHandler absences;
    private final CheckInHandler checkIns;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final Caller caller;

    RosterResource(
            RosterEntries entries,
            PlanShiftHandler shifts,
            RecordAbsenceHandler absences,
            CheckInHandler checkIns,
            CurrentTerms terms,
            BusinessClock clock,
            Caller caller) {
        this.entries = entries;
        this.shifts = shifts;
        this.absences = absences;
        this.checkIns = checkIns;
        this.terms = terms;
        this.clock = clock;
        this.caller = caller;
    }

    /** A shift: where, and from when until when on the clock of the shop, such as 10:00 and 18:00. */
    public record PlannedShift(
            @NotBlank @Pattern(regexp = Identifiers.PICKUP_POINT)
            String pickupPoint,

            @NotNull LocalTime from,
            @NotNull LocalTime until) {}

    /** An absence; the reason is for staff only. */
    public record ReportedAbsence(
            @NotNull OffsetDateTime startsAt,
            @NotNull OffsetDateTime endsAt,
            @NotBlank @Size(max = 200) String reason) {}

    /** Where the expert is. */
    public record CheckInRequest(
            @NotBlank @Pattern(regexp = Identifiers.PICKUP_POINT)
            String pickupPoint) {}

    @GET
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "getRoster",
            summary = "Get the roster of a pickup point",
            description = "Seven days from today if no days are given; at most 62 days.")
    public RosterView get(
            @QueryParam("pickupPoint") @NotBlank @Pattern(regexp = Identifiers.PICKUP_POINT) String pickupPoint,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("until") @Nullable LocalDate until) {
        ZoneId zone = terms.get().zone();
        LocalDate first = from == null ? clock.instant().atZone(zone).toLocalDate() : from;
        LocalDate last = until == null ? first.plusDays(6) : until;
        if (last.isBefore(first) || first.plusDays(DAYS_SHOWN_MAX).isBefore(last)) {
            throw Problem.invalidParameter("until", "Not before from, and at most 62 days after it.");
        }
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        return RosterView.of(pickupPoint, entries, begin, end, first, last, clock.instant(), zone);
    }

    @PUT
    @Path("/{expertId}/shifts/{date}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CREDIT, Roles.MANAGEMENT})
    @Operation(
            operationId = "planShift",
            summary = "Plan or change an expert's shift on a day",
            description =
                    "One shift per expert and day. Appointments that lose their expert get another one, or another time;"
                            + " customers who wait for a time get one.")
    public RosterView.ShiftView plan(
            @PathParam("expertId") @Pattern(regexp = NAME) String expertId,
            @PathParam("date") LocalDate date,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a day", value = SHIFT_EXAMPLE)))
                    @Valid
                    @NotNull
                    PlannedShift planned) {
        ZoneId zone = terms.get().zone();
        Instant from = date.atTime(planned.from()).atZone(zone).toInstant();
        Instant until = date.atTime(planned.until()).atZone(zone).toInstant();
        if (!from.isBefore(until)) {
            throw Problem.validation(FieldError.at("/until", "invalid", "A shift ends after it begins."));
        }
        requireNotPast(until, "/until");
        Shift shift = shifts.plan(new Shift(expertId, date, planned.pickupPoint(), from, until), caller.actor());
        return RosterView.ShiftView.of(shift, false, zone);
    }

    @DELETE
    @Path("/{expertId}/shifts/{date}")
    @RolesAllowed({Roles.CREDIT, Roles.MANAGEMENT})
    @Operation(operationId = "deleteShift", summary = "Delete a shift")
    public void remove(
            @PathParam("expertId") @Pattern(regexp = NAME) String expertId, @PathParam("date") LocalDate date) {
        if (!shifts.remove(expertId, date, caller.actor())) {
            throw Problem.notFound("shift-not-found", "This expert has no shift on that day.");
        }
    }

    @POST
    @Path("/{expertId}/absences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.MANAGEMENT})
    @Operation(
            operationId = "recordAbsence",
            summary = "Record an expert's absence",
            description =
                    "Appointments in that time get another expert, or another time that their customers are told.")
    public RosterView.AbsenceView absent(
            @PathParam("expertId") @Pattern(regexp = NAME) String expertId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "ill", value = ABSENCE_EXAMPLE)))
                    @Valid
                    @NotNull
                    ReportedAbsence reported) {
        Instant startsAt = reported.startsAt().toInstant();
        Instant endsAt = reported.endsAt().toInstant();
        if (!startsAt.isBefore(endsAt) || startsAt.plus(ABSENCE_MAX).isBefore(endsAt)) {
            throw Problem.validation(
                    FieldError.at("/endsAt", "invalid", "After startsAt, and at most 400 days later."));
        }
        requireNotPast(endsAt, "/endsAt");
        Absence absence = absences.handle(expertId, startsAt, endsAt, reported.reason(), caller.actor());
        return RosterView.AbsenceView.of(absence, terms.get().zone());
    }

    @POST
    @Path("/{expertId}/check-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT, Roles.MANAGEMENT})
    @Operation(
            operationId = "checkInExpert",
            summary = "Check an expert in at a pickup point",
            description = "Confirms all of today's appointments with this expert there; ends a running absence.")
    public RosterView.CheckInView checkIn(
            @PathParam("expertId") @Pattern(regexp = NAME) String expertId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "here", value = CHECK_IN_EXAMPLE)))
                    @Valid
                    @NotNull
                    CheckInRequest seen) {
        CheckIn checkIn = checkIns.handle(expertId, seen.pickupPoint(), caller.actor());
        return RosterView.CheckInView.of(checkIn, terms.get().zone());
    }

    /** The past cannot be planned: that would hide what happened. */
    private void requireNotPast(Instant until, String pointer) {
        if (!until.isAfter(clock.instant())) {
            throw Problem.validation(FieldError.at(pointer, "past", "Must be in the future."));
        }
    }
}
