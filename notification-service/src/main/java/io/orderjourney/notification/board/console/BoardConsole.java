package io.orderjourney.notification.board.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.rest.BoardPages;
import io.orderjourney.console.rest.Pages;
import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.board.usecase.ReadBoard;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.feedback.usecase.ReadFeedback;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.Score;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.notification.ledger.usecase.ReadLedger;
import io.orderjourney.notification.partners.usecase.ReadPartners;
import io.orderjourney.notification.repeatsales.usecase.CountRepeatSales;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The pages of the manager's board. */
@Path("/desk/board")
@Produces(MediaType.TEXT_HTML)
public class BoardConsole {

    private static final String BUNDLE = "io.orderjourney.notification.board.board";
    private static final int LIST_MAX = 100;
    private static final int OUTCOME_MAX = 1000;
    private static final int PARTNER_MONTHS = 3;
    private static final int REPEAT_MONTHS = 12;

    private static final int FEEDBACK_DAYS = 30;

    private final ReadBoard board;
    private final ReadLedger ledger;
    private final ReadPartners partners;
    private final ReadFeedback feedback;
    private final CountRepeatSales repeatSales;
    private final DeskTaskHandler tasks;
    private final BoardPages pages;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final Template page;
    private final Template list;

    BoardConsole(
            ReadBoard board,
            ReadLedger ledger,
            ReadPartners partners,
            ReadFeedback feedback,
            CountRepeatSales repeatSales,
            DeskTaskHandler tasks,
            BoardPages pages,
            CurrentTerms terms,
            BusinessClock clock,
            @Location("board/board.html") Template page,
            @Location("board/promises.html") Template list) {
        this.board = board;
        this.ledger = ledger;
        this.partners = partners;
        this.feedback = feedback;
        this.repeatSales = repeatSales;
        this.tasks = tasks;
        this.pages = pages;
        this.terms = terms;
        this.clock = clock;
        this.page = page;
        this.list = list;
    }

    @GET
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response board(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("by") Score.@Nullable By by) {
        ConsoleTexts texts = texts();
        Period period = Period.of(from, until, by, today());
        return Pages.html(pages.page(page, texts)
                .data("desksNow", board.now())
                .data("gaps", board.gaps())
                .data("lookedAt", ReadBoard.LOOKED_AT)
                .data("decisions", board.decisions())
                .data("overdue", board.overdue())
                .data("period", period)
                .data("groupings", Score.By.values())
                .data("statuses", ScoreLine.STATUSES)
                .data("scores", rows(period, texts))
                .data("partners", partners.all(PARTNER_MONTHS))
                .data("partnerMonths", PARTNER_MONTHS)
                .data("repeatSales", repeatSales.over(REPEAT_MONTHS))
                .data("repeatMonths", REPEAT_MONTHS)
                .data("feedback", feedback.causes(today().minusDays(FEEDBACK_DAYS), today().plusDays(1)))
                .data("now", clock.instant()));
    }

    @GET
    @Path("/scores.csv")
    @RolesAllowed(Roles.MANAGEMENT)
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response csv(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("by") Score.@Nullable By by) {
        Period period = Period.of(from, until, by, today());
        return Response.ok(ScoreLine.csv(rows(period, texts())), "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"promises-" + period.from() + ".csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/repeat-sales.csv")
    @RolesAllowed(Roles.MANAGEMENT)
    @Produces("text/csv")
    @Operation(hidden = true)
    public Response repeatSalesCsv() {
        return Response.ok(
                        repeatSales.byMonth(REPEAT_MONTHS).stream()
                                .map(one -> one.month() + "," + one.outcome() + "," + one.orders() + ","
                                        + one.returned() + "," + one.returnedPercent() + "\r\n")
                                .collect(Collectors.joining(
                                        "", "month,promises,orders,bought_again,bought_again_percent\r\n", "")),
                        "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"repeat-sales.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Which promises a number on the board counts. */
    @GET
    @Path("/promises")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(hidden = true)
    public Response promises(
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("outlook") @Nullable Outlook outlook,
            @QueryParam("status") @Nullable LedgerStatus status,
            @QueryParam("group") @Nullable String group,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("by") Score.@Nullable By by) {
        Period period = Period.of(from, until, by, today());
        var zone = terms.get().zone();
        List<ReadLedger.LedgerEntry> found = status == null
                ? ledger.open(desk, outlook, null, LIST_MAX).entries()
                : ledger.ended(
                                new Scores.Filter(
                                        desk,
                                        status,
                                        null,
                                        group == null ? null : period.by(),
                                        group,
                                        period.fromAt(zone),
                                        period.untilAt(zone)),
                                null,
                                LIST_MAX)
                        .entries();
        ConsoleTexts texts = texts();
        return Pages.html(pages.page(list, texts)
                .data("period", period)
                .data("labels", new Labels(texts))
                .data("heading", heading(desk, outlook, status, group, period, texts))
                .data("promises", found));
    }

    /** A manager decided. */
    @POST
    @Path("/tasks/{id}")
    @RolesAllowed(Roles.MANAGEMENT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response done(@PathParam("id") UUID id, @FormParam("outcome") @Nullable String outcome) {
        ConsoleTexts texts = texts();
        String text = outcome == null ? "" : outcome.strip();
        if (text.isEmpty() || text.length() > OUTCOME_MAX) {
            return answer(texts.say("task.outcome.missing"));
        }
        try {
            return tasks.complete(id, desk -> true, pages.viewer().actor(), text)
                    .map(done -> answer(texts.say("task.done")))
                    .orElseThrow(() -> Problem.notFound("task-not-found", "There is no such task."));
        } catch (DeskTask.AlreadyCompleted before) {
            return answer(texts.say("task.done.before"));
        }
    }

    private static Response answer(String text) {
        return Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    public Response toLogin(UriInfo address, HttpHeaders headers) {
        return Pages.toLogin(address, headers);
    }

    /** Words for what a shop may have added by itself. */
    public record Labels(ConsoleTexts texts) {

        public String kind(String name) {
            return texts.of("kind", name, name);
        }
    }

    private List<ScoreLine> rows(Period period, ConsoleTexts texts) {
        return ledger.scores(period.by(), period.from(), period.until()).stream()
                .map(score -> ScoreLine.of(score, label(period.by(), score.group(), texts)))
                .toList();
    }

    private static String label(Score.By by, String group, ConsoleTexts texts) {
        return switch (by) {
            case DESK -> texts.of("of", group, group);
            case KIND -> texts.of("kind", group, group);
            case REASON -> texts.of("reason", group, group);
            case PARTNER -> texts.of("partner", group, group);
            case WEEK -> texts.say("week", group);
            case PICKUP_POINT -> group;
        };
    }

    private static String heading(
            @Nullable Desk desk,
            @Nullable Outlook outlook,
            @Nullable LedgerStatus status,
            @Nullable String group,
            Period period,
            ConsoleTexts texts) {
        StringBuilder heading = new StringBuilder(
                status != null
                        ? texts.of("status", status)
                        : outlook == null ? texts.say("open") : texts.of("outlook", outlook));
        if (desk != null) {
            heading.append(" · ").append(texts.of("of", desk));
        }
        if (group != null) {
            heading.append(" · ").append(label(period.by(), group, texts));
        }
        return heading.toString();
    }

    private ConsoleTexts texts() {
        return pages.texts(BUNDLE, BoardConsole.class);
    }

    private LocalDate today() {
        return clock.instant().atZone(terms.get().zone()).toLocalDate();
    }
}
