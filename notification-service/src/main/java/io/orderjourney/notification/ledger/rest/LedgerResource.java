package io.orderjourney.notification.ledger.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.notification.ledger.Score;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.notification.ledger.usecase.ReadLedger;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.DateRange;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger of all promises. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Promises")
public class LedgerResource {

    private static final int DAYS_BEFORE = 27;

    private final ReadLedger ledger;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    LedgerResource(ReadLedger ledger, CurrentTerms terms, BusinessClock clock) {
        this.ledger = ledger;
        this.terms = terms;
        this.clock = clock;
    }

    // The path stands here and not at the class: a class at /promises would hide the reschedule of a promise, which is
    // another's.
    @GET
    @Path("/promises")
    @RolesAllowed({
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT,
        Roles.OPERATOR
    })
    @Operation(
            operationId = "listPromises",
            summary = "List promises, with what is expected of them and how they ended",
            description =
                    "With a journey: all its promises in the order in which they were made. Without: open promises,"
                            + " what is due first stands first; or, with the outlook KEPT or WITHDRAWN or a ledger status,"
                            + " those that ended, the last one first.")
    public Page<LedgerView> promises(
            @QueryParam("journeyId") @Nullable UUID journeyId,
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("outlook") @Nullable Outlook outlook,
            @QueryParam("ledgerStatus") @Nullable LedgerStatus ledgerStatus,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ZoneId zone = terms.get().zone();
        if (journeyId != null) {
            return new Page<>(
                    ledger.ofJourney(journeyId).stream()
                            .map(entry -> LedgerView.of(entry, zone))
                            .toList(),
                    null);
        }
        PageRequest request = PageRequest.of(
                "promises?desk=" + desk + "&outlook=" + outlook + "&ledgerStatus=" + ledgerStatus, limit, cursor);
        if (outlook == Outlook.KEPT || outlook == Outlook.WITHDRAWN || ledgerStatus != null) {
            return ended(desk, outlook, ledgerStatus, request, zone);
        }
        ReadLedger.Found found = ledger.open(
                desk, outlook, request.after().map(LedgerResource::place).orElse(null), request.limit());
        PromiseQueue.Place next = found.goesOnAfter();
        return Page.continuing(
                        found.entries(),
                        request,
                        next == null ? null : Cursor.of(next.dueAt(), next.promiseId(), next.journeyId()))
                .map(entry -> LedgerView.of(entry, zone));
    }

    private Page<LedgerView> ended(
            @Nullable Desk desk,
            @Nullable Outlook outlook,
            @Nullable LedgerStatus status,
            PageRequest request,
            ZoneId zone) {
        Boolean kept = outlook == null ? null : outlook == Outlook.KEPT;
        ReadLedger.FoundEnded found = ledger.ended(
                new Scores.Filter(desk, status, kept, null, null, null, null),
                request.after()
                        .map(cursor -> new Scores.Place(cursor.instant(0), cursor.uuid(1), cursor.uuid(2)))
                        .orElse(null),
                request.limit());
        Scores.Place next = found.goesOnAfter();
        return Page.continuing(
                        found.entries(),
                        request,
                        next == null ? null : Cursor.of(next.endedAt(), next.promiseId(), next.journeyId()))
                .map(entry -> LedgerView.of(entry, zone));
    }

    /** How the promises of one group ended. */
    public record ScoreView(String group, Map<LedgerStatus, Long> counts, long total, double keptOnTimePercent) {

        static ScoreView of(Score score) {
            double percent = score.percent(LedgerStatus.KEPT_ON_TIME);
            return new ScoreView(score.group(), score.counts(), score.total(), Math.round(percent * 10) / 10.0);
        }
    }

    /** Scores of a period. */
    public record Scoreboard(LocalDate from, LocalDate until, Score.By by, List<ScoreView> items) {}

    @GET
    @Path("/scores")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "getScores",
            summary = "Get how promises ended",
            description =
                    "Of the promises that were first promised for a day of the period, by group. What nobody waited"
                            + " for any more (WITHDRAWN) is not part of the total.")
    public Scoreboard scores(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("by") @DefaultValue("DESK") Score.By by) {
        LocalDate today = clock.instant().atZone(terms.get().zone()).toLocalDate();
        DateRange days = DateRange.of(from, until, today, DAYS_BEFORE);
        return new Scoreboard(
                days.from(),
                days.until(),
                by,
                ledger.scores(by, days.from(), days.until()).stream()
                        .map(ScoreView::of)
                        .toList());
    }

    private static PromiseQueue.Place place(Cursor cursor) {
        return new PromiseQueue.Place(cursor.instant(0), cursor.uuid(1), cursor.uuid(2));
    }
}
