package io.orderjourney.notification.partners.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.notification.partners.Partner;
import io.orderjourney.notification.partners.Partner.Partners;
import io.orderjourney.notification.partners.PartnerRole;
import io.orderjourney.notification.partners.PartnerScore;
import io.orderjourney.notification.partners.PartnerWord;
import io.orderjourney.notification.partners.usecase.ReadPartners;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.WeeklyHours;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Those outside who promise the shop something, side by side: when they answer, and what they said against what they did. */
@Path("/api/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnersResource {

    private static final int MONTHS_DEFAULT = 3;
    private static final int MONTHS_MAX = 24;

    private final ReadPartners read;
    private final CurrentTerms terms;

    PartnersResource(ReadPartners read, CurrentTerms terms) {
        this.read = read;
        this.terms = terms;
    }

    /** What was agreed with a partner. */
    @Schema(name = "PartnerAgreement")
    public record AgreementView(
            @Schema(examples = "Mon-Fri 09:00-17:00") String supportHours,

            @Nullable String phone,

            @Schema(description = "What they do so many minutes after they said counts as in time")
            long graceMinutes,

            @Schema(description = "For each word that they broke, in the currency of the shop")
            long penaltyMinor) {

        static AgreementView of(Partner partner) {
            return new AgreementView(
                    partner.supportHours(), partner.phone(), partner.grace().toMinutes(), partner.penaltyMinor());
        }
    }

    /** What a partner said against what they did, counted by journey. */
    @Schema(name = "PartnerScore")
    public record ScoreView(
            long words,

            @Schema(description = "Done by the time that they said first")
            long kept,

            @Schema(description = "Done later, as they had said")
            long moved,

            @Schema(description = "Done later than they ever said")
            long broken,

            @Schema(description = "How often they said another time")
            long moves,

            long keptPercent,

            @Schema(description = "Later than first said, on average of those that were late")
            long lateMinutesOnAverage) {

        static ScoreView of(PartnerScore score) {
            return new ScoreView(
                    score.words(),
                    score.kept(),
                    score.moved(),
                    score.broken(),
                    score.moves(),
                    score.keptPercent(),
                    score.lateOnAverage().toMinutes());
        }
    }

    /** A partner. */
    @Schema(name = "Partner")
    public record PartnerView(
            String name,
            PartnerRole role,

            @Nullable @Schema(description = "Absent if nothing was written down: facts name them")
            AgreementView agreement,

            @Nullable @Schema(description = "Minutes of a week in which the shop needs them and nobody answers")
            Long gapMinutesAWeek,

            ScoreView score,

            @Schema(description = "What the contract asks of them for the words that they broke")
            long penaltyMinor) {

        static PartnerView of(ReadPartners.Found found) {
            Partner agreed = found.agreed();
            Duration gap = found.gap();
            return new PartnerView(
                    found.name(),
                    found.role(),
                    agreed == null ? null : AgreementView.of(agreed),
                    gap == null ? null : gap.toMinutes(),
                    ScoreView.of(found.score()),
                    found.penaltyMinor());
        }
    }

    /** The partners of a period. */
    @Schema(name = "PartnerList")
    public record PartnersView(int months, List<PartnerView> items) {}

    /** What is agreed with a partner. */
    @Schema(name = "NewPartner")
    public record NewPartner(
            @NotNull PartnerRole role,

            @NotNull @Size(max = 200) @Schema(examples = "Mon-Fri 09:00-17:00", description = "In the shop's zone")
            String supportHours,

            @Nullable
            @Pattern(regexp = "^\\+[0-9]{6,15}$", message = "must be a phone number, such as +48221000099")
            @Schema(examples = "+48221000099")
            String phone,

            @Min(0) @Max(10_080) int graceMinutes,
            @Min(0) long penaltyMinor) {}

    /** A word that a partner broke. */
    @Schema(name = "BrokenWord")
    public record BrokenWordView(
            UUID journeyId,
            @Nullable String orderNumber,
            OffsetDateTime firstSaidAt,
            OffsetDateTime lastSaidAt,
            int moves,
            OffsetDateTime doneAt) {

        static BrokenWordView of(ReadPartners.BrokenWord broken, ZoneId zone) {
            PartnerWord word = broken.word();
            return new BrokenWordView(
                    word.journeyId(),
                    broken.orderNumber(),
                    at(word.firstAt(), zone),
                    at(word.lastAt(), zone),
                    word.moves(),
                    at(Objects.requireNonNull(word.doneAt()), zone));
        }

        private static OffsetDateTime at(Instant instant, ZoneId zone) {
            return instant.atZone(zone).toOffsetDateTime();
        }
    }

    @GET
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "listPartners",
            summary = "Compare partners",
            description = "Of one role the best first: when they answer, what they said against what they did, and what"
                    + " the contract asks of them for it.")
    public PartnersView list(@QueryParam("months") @Nullable String months) {
        int wanted = months(months);
        return new PartnersView(
                wanted, read.all(wanted).stream().map(PartnerView::of).toList());
    }

    private static int months(@Nullable String typed) {
        if (typed == null) {
            return MONTHS_DEFAULT;
        }
        if (!typed.matches("[0-9]{1,2}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > MONTHS_MAX) {
            throw Problem.invalidParameter("months", "A number of months from 1 to " + MONTHS_MAX + ".");
        }
        return Integer.parseInt(typed);
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "putPartner",
            summary = "Write down what is agreed with a partner",
            description = "The name is the one by which facts name them, such as that of a supplier. It counts from the"
                    + " next fact on.")
    public AgreementView put(@PathParam("name") String name, @Valid @NotNull NewPartner wanted) {
        if (!name.matches(Identifiers.CODE)) {
            throw Problem.invalidParameter("name", Identifiers.MUST_BE_CODE);
        }
        try {
            WeeklyHours.parse(wanted.supportHours());
        } catch (IllegalArgumentException unreadable) {
            throw Problem.validation(FieldError.at(
                    "/supportHours", "hours", Objects.requireNonNullElse(unreadable.getMessage(), "Not hours.")));
        }
        Partner partner = new Partner(
                name,
                wanted.role(),
                wanted.supportHours(),
                wanted.phone(),
                Duration.ofMinutes(wanted.graceMinutes()),
                wanted.penaltyMinor());
        read.put(partner);
        return AgreementView.of(partner);
    }

    @GET
    @Path("/{name}/broken-words")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "listBrokenWords",
            summary = "List the words that a partner broke",
            description = "The last one first: what they said first and last, and when it was done.")
    public Page<BrokenWordView> broken(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!name.matches(Identifiers.CODE)) {
            throw Problem.invalidParameter("name", Identifiers.MUST_BE_CODE);
        }
        PageRequest request = PageRequest.of("broken-words?" + name, limit, cursor);
        List<ReadPartners.BrokenWord> rows = read.broken(
                name,
                request.after()
                        .map(place -> new Partners.Place(place.instant(0), place.uuid(1)))
                        .orElse(null),
                request.rowsWanted());
        ZoneId zone = terms.get().zone();
        return Page.of(
                        rows,
                        request,
                        row -> Cursor.of(
                                Objects.requireNonNull(row.word().doneAt()),
                                row.word().journeyId()))
                .map(row -> BrokenWordView.of(row, zone));
    }
}
