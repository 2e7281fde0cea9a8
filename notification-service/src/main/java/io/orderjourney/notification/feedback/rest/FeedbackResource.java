package io.orderjourney.notification.feedback.rest;

import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.Feedback.Answers;
import io.orderjourney.notification.feedback.FeedbackCause;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.notification.feedback.usecase.ReadFeedback;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.DateRange;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What customers answered some days after they got their goods, what it adds up to, and when they are asked. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
public class FeedbackResource {

    private static final int DAYS_BEFORE = 30;

    private final ReadFeedback read;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    FeedbackResource(ReadFeedback read, CurrentTerms terms, BusinessClock clock) {
        this.read = read;
        this.terms = terms;
        this.clock = clock;
    }

    /** What one customer answered. */
    @Schema(name = "Feedback")
    public record FeedbackView(
            UUID journeyId,
            @Nullable String orderNumber,

            @Schema(description = "1 (bad) to 5") int rating,

            FeedbackCause cause,
            @Nullable String words,
            OffsetDateTime givenAt) {

        static FeedbackView of(ReadFeedback.Found found, ZoneId zone) {
            Feedback given = found.feedback();
            return new FeedbackView(
                    given.journeyId(),
                    found.orderNumber(),
                    given.rating(),
                    given.cause(),
                    given.words(),
                    given.givenAt().atZone(zone).toOffsetDateTime());
        }
    }

    /** So many answers with this cause and this rating. */
    @Schema(name = "FeedbackCount")
    public record CountView(FeedbackCause cause, int rating, long answers) {}

    /** What the answers of a period add up to. */
    @Schema(name = "FeedbackCounts")
    public record CountsView(LocalDate from, LocalDate until, List<CountView> items) {}

    /** When customers are asked. */
    @Schema(name = "NewFeedbackPolicy")
    public record NewPolicy(
            boolean active,

            @Min(1) @Max(29) @Schema(description = "So many days after they got the goods")
            int askAfterDays,

            @Min(0) @Max(730) @Schema(description = "Nobody is asked twice within so many days")
            int notAgainWithinDays,

            @Min(0) @Max(100) @Schema(description = "Of the code that thanks for an answer; 0 for none")
            int discountPercent,

            @Min(1) @Max(730) int codeValidDays) {}

    @GET
    @Path("/feedback")
    @RolesAllowed({Roles.MANAGEMENT, Roles.CUSTOMER_CARE})
    @Operation(
            operationId = "listFeedback",
            summary = "List what customers answered about their orders",
            description = "The newest first.")
    public Page<FeedbackView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("feedback", limit, cursor);
        List<ReadFeedback.Found> rows = read.list(
                request.after()
                        .map(place -> new Answers.Place(place.instant(0), place.uuid(1)))
                        .orElse(null),
                request.rowsWanted());
        ZoneId zone = terms.get().zone();
        return Page.of(
                        rows,
                        request,
                        found -> Cursor.of(
                                found.feedback().givenAt(), found.feedback().journeyId()))
                .map(found -> FeedbackView.of(found, zone));
    }

    @GET
    @Path("/feedback-counts")
    @RolesAllowed({Roles.MANAGEMENT, Roles.CUSTOMER_CARE})
    @Operation(
            operationId = "countFeedback",
            summary = "Count the causes that customers name",
            description =
                    "Of the answers of the last thirty days, or of the days that are asked for: counters that were"
                            + " kept as the answers came in.")
    public CountsView counts(@QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        LocalDate today = clock.instant().atZone(terms.get().zone()).toLocalDate();
        DateRange days = DateRange.of(from, until, today, DAYS_BEFORE);
        return new CountsView(
                days.from(),
                days.until(),
                read.counts(days.from(), days.until().plusDays(1)).stream()
                        .map(count -> new CountView(count.cause(), count.rating(), count.answers()))
                        .toList());
    }

    @GET
    @Path("/feedback-policy")
    @RolesAllowed({Roles.MANAGEMENT, Roles.CUSTOMER_CARE})
    @Operation(operationId = "getFeedbackPolicy", summary = "Get when customers are asked how it was")
    public FeedbackPolicy policy() {
        return read.policy();
    }

    @PUT
    @Path("/feedback-policy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "putFeedbackPolicy",
            summary = "Change when customers are asked how it was",
            description = "It counts from the next hand-over on; switched off, nobody is asked any more.")
    public FeedbackPolicy put(@Valid @NotNull NewPolicy wanted) {
        read.put(new FeedbackPolicy(
                wanted.active(),
                wanted.askAfterDays(),
                wanted.notAgainWithinDays(),
                wanted.discountPercent(),
                wanted.codeValidDays()));
        return read.policy();
    }
}
