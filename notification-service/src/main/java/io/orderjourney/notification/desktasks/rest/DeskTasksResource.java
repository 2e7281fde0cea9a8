package io.orderjourney.notification.desktasks.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What desks are asked to do, most urgent first. */
@Path("/api/v1/desk-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Desk tasks")
public class DeskTasksResource {

    /**
     * A task as a desk sees it; times carry the offset of the shop's zone.
     *
     * @param noticeId the message that a call stands for: its text is what the customer is to be told
     */
    public record DeskTaskView(
            UUID id,
            UUID journeyId,
            Desk desk,
            DeskTaskKind task,
            @Nullable UUID promiseId,
            int revision,
            @Nullable UUID noticeId,
            String text,
            OffsetDateTime doBeforeAt,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime doneAt,
            @Nullable String doneBy,
            @Nullable String outcome) {

        static DeskTaskView of(DeskTask task, ZoneId zone) {
            Instant doneAt = task.doneAt();
            return new DeskTaskView(
                    task.id(),
                    task.journeyId(),
                    task.desk(),
                    task.task(),
                    task.promiseId(),
                    task.revision(),
                    task.noticeId(),
                    task.text(),
                    task.doBeforeAt().atZone(zone).toOffsetDateTime(),
                    task.openedAt().atZone(zone).toOffsetDateTime(),
                    doneAt == null ? null : doneAt.atZone(zone).toOffsetDateTime(),
                    task.doneBy(),
                    task.outcome());
        }
    }

    private final DeskTasks tasks;
    private final DeskTaskHandler handler;
    private final CurrentTerms terms;
    private final Caller caller;

    DeskTasksResource(DeskTasks tasks, DeskTaskHandler handler, CurrentTerms terms, Caller caller) {
        this.tasks = tasks;
        this.handler = handler;
        this.terms = terms;
        this.caller = caller;
    }

    /** What came of a task. */
    public record Outcome(@NotBlank @Size(max = 1000) String outcome) {}

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(
            operationId = "listDeskTasks",
            summary = "List open tasks",
            description = "Of one desk or of all, about one journey or about any, most urgent first.")
    public Page<DeskTaskView> queue(
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("journeyId") @Nullable UUID journeyId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("desk-tasks?desk=" + desk + "&journeyId=" + journeyId, limit, cursor);
        ZoneId zone = terms.get().zone();
        Optional<Cursor> after = request.after();
        List<DeskTask> rows = tasks.queue(
                desk,
                journeyId,
                after.map(place -> place.instant(0)).orElse(null),
                after.map(place -> place.uuid(1)).orElse(null),
                request.rowsWanted());
        return Page.of(rows, request, task -> Cursor.of(task.doBeforeAt(), task.id()))
                .map(task -> DeskTaskView.of(task, zone));
    }

    @POST
    @Path("/{id}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(
            operationId = "completeDeskTask",
            summary = "Mark a task as done",
            description =
                    "A call that stands for a message (noticeId) is done when the customer was told the message, which"
                            + " then counts as delivered. While the customer cannot be reached, leave the task open.")
    public DeskTaskView complete(@PathParam("id") UUID id, @Valid @NotNull Outcome outcome) {
        try {
            DeskTask completed = handler.complete(id, this::mayDo, caller.actor(), outcome.outcome())
                    .orElseThrow(() -> Problem.notFound("task-not-found", "There is no such task."));
            return DeskTaskView.of(completed, terms.get().zone());
        } catch (DeskTask.AlreadyCompleted before) {
            throw Problem.transitionNotAllowed("The task was completed before.");
        } catch (DeskTaskHandler.OtherDesk other) {
            throw Problem.forbidden("This task belongs to another desk.");
        }
    }

    private boolean mayDo(Desk desk) {
        return caller.has(Roles.MANAGEMENT) || caller.has(desk.name());
    }
}
