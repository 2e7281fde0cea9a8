package io.orderjourney.notification.desktasks.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.OpenTasks;
import io.orderjourney.notification.desktasks.usecase.DeskTasksHandler;
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

    private final OpenTasks tasks;
    private final DeskTasksHandler handler;
    private final CurrentTerms terms;
    private final Caller caller;

    DeskTasksResource(OpenTasks tasks, DeskTasksHandler handler, CurrentTerms terms, Caller caller) {
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
    @Operation(summary = "Open tasks of a desk (of all desks without one), those that help the shortest first")
    public Page<DeskTaskView> queue(
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("desk-tasks?desk=" + desk, limit, cursor);
        ZoneId zone = terms.get().zone();
        Optional<Cursor> after = request.after();
        List<DeskTask> rows = tasks.queue(
                desk,
                after.map(place -> place.instant(0)).orElse(null),
                after.map(place -> place.uuid(1)).orElse(null),
                request.rowsWanted());
        return Page.of(rows, request, task -> Cursor.of(task.doBeforeAt(), task.id()))
                .map(task -> DeskTaskView.of(task, zone));
    }

    @POST
    @Path("/{id}/done")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(
            summary = "Somebody did what was asked",
            description =
                    "A call that stands for a message (noticeId) is done when the customer was told it: from then on he"
                            + " has the message in hand. As long as he does not answer, leave the task open.")
    public DeskTaskView done(@PathParam("id") UUID id, @Valid @NotNull Outcome outcome) {
        try {
            DeskTask done = handler.done(id, this::mayDo, caller.actor(), outcome.outcome())
                    .orElseThrow(() -> Problem.notFound("task-unknown", "There is no such task."));
            return DeskTaskView.of(done, terms.get().zone());
        } catch (DeskTask.TaskDone before) {
            throw Problem.transitionNotAllowed("The task was done before.");
        } catch (DeskTasksHandler.OtherDesk other) {
            throw Problem.forbidden("This task belongs to another desk.");
        }
    }

    private boolean mayDo(Desk desk) {
        return caller.has(Roles.MANAGEMENT) || caller.has(desk.name());
    }
}
