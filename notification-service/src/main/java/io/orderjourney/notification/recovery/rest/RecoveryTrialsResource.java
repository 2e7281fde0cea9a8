package io.orderjourney.notification.recovery.rest;

import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.RecoveryTrial;
import io.orderjourney.notification.recovery.Remedy;
import io.orderjourney.notification.recovery.rest.RecoveriesResource.NewPolicy;
import io.orderjourney.notification.recovery.usecase.ReadRecoveries;
import io.orderjourney.notification.recovery.usecase.TryRecovery;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A ladder before it is switched on, and who changed it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service recovery")
public class RecoveryTrialsResource {

    private static final int CHANGES_MAX = 100;

    private final TryRecovery trials;
    private final ReadRecoveries read;
    private final CurrentTerms terms;

    RecoveryTrialsResource(TryRecovery trials, ReadRecoveries read, CurrentTerms terms) {
        this.trials = trials;
        this.read = read;
        this.terms = terms;
    }

    /**
     * What to try.
     *
     * @param weeks how far to look back
     * @param policy the ladder to try; whether it is active makes no difference
     */
    @Schema(name = "RecoveryTrialRequest")
    public record TrialRequest(
            @Min(1) @Max(TryRecovery.WEEKS_MAX) int weeks,
            @NotNull @Valid NewPolicy policy) {}

    /** How often a remedy would have been given. */
    @Schema(name = "TriedRemedy")
    public record RemedyCount(Remedy remedy, int given) {}

    /** What a month would have cost at most. */
    @Schema(name = "TriedMonth")
    public record MonthCost(LocalDate month, long costMinor) {}

    /**
     * What would have been given.
     *
     * @param sinceAt from when on it looked
     * @param complete whether it saw all that happened since then
     * @param failures promises that ended badly
     * @param journeys orders in which something would have been done
     * @param customers for whom
     * @param rules how often each rule would have been the one that counts, in the order of the ladder
     * @param overBudget how often the budget would have been used up: a call and a mail would have remained
     */
    @Schema(name = "RecoveryTrial")
    public record TrialView(
            OffsetDateTime sinceAt,
            boolean complete,
            int failures,
            int journeys,
            int customers,
            List<RemedyCount> remedies,
            List<Integer> rules,
            int overBudget,
            long costMinor,
            List<MonthCost> months) {

        static TrialView of(TryRecovery.Tried tried, ZoneId zone) {
            RecoveryTrial.Outcome outcome = tried.outcome();
            return new TrialView(
                    tried.since().atZone(zone).toOffsetDateTime(),
                    tried.complete(),
                    outcome.failures(),
                    outcome.journeys(),
                    outcome.customers(),
                    Stream.of(Remedy.values())
                            .map(remedy ->
                                    new RemedyCount(remedy, outcome.remedies().getOrDefault(remedy, 0)))
                            .toList(),
                    outcome.rules(),
                    outcome.overBudget(),
                    outcome.costMinor(),
                    outcome.months().entrySet().stream()
                            .map(month -> new MonthCost(month.getKey(), month.getValue()))
                            .toList());
        }
    }

    /** Who put which ladder in force. */
    @Schema(name = "RecoveryPolicyChange")
    public record ChangeView(OffsetDateTime changedAt, String changedBy, RecoveryPolicy policy) {}

    /** The newest first. */
    @Schema(name = "RecoveryPolicyChanges")
    public record Changes(List<ChangeView> items) {}

    @POST
    @Path("/recovery-policy/trials")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "tryRecoveryPolicy",
            summary = "Try an apology ladder on what happened",
            description =
                    "What it would have given to whom in the past weeks, and what that would have cost, month by month"
                            + " and within its budget. Nothing is given, and nothing is changed.")
    public TrialView tryOut(@Valid @NotNull TrialRequest request) {
        return TrialView.of(
                trials.over(request.weeks(), request.policy().toPolicy()),
                terms.get().zone());
    }

    @GET
    @Path("/recovery-policy/changes")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "listRecoveryPolicyChanges",
            summary = "List who changed the apology ladder",
            description = "The newest change first, each with the whole ladder that it put in force.")
    public Changes changes() {
        ZoneId zone = terms.get().zone();
        return new Changes(read.changes(CHANGES_MAX).stream()
                .map((Recoveries.Change change) -> new ChangeView(
                        change.changedAt().atZone(zone).toOffsetDateTime(), change.changedBy(), change.policy()))
                .toList());
    }
}
