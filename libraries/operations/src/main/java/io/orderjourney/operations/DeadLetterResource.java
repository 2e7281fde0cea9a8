package io.orderjourney.operations;

import io.orderjourney.messaging.deadletters.DeadLetter;
import io.orderjourney.messaging.deadletters.DeadLetters;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the records that could not be applied. Its POSTs need no Idempotency-Key: a redrive works letter by letter,
 * each in its own transaction, and applies nothing twice; a second discard is refused.
 */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class DeadLetterResource {

    private static final String LIST = "dead-letters";

    private final DeadLetters letters;
    private final Caller caller;

    DeadLetterResource(DeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /** Why a letter is given up. */
    public record DiscardLetter(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listDeadLetters", summary = "List dead letters")
    public Page<DeadLetterView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(LIST, limit, cursor);
        long after = page.after().map(place -> place.number(0)).orElse(0L);
        List<DeadLetter> rows = letters.list(after, page.rowsWanted());
        return Page.of(rows, page, letter -> Cursor.of(letter.id())).map(DeadLetterView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getDeadLetter", summary = "Get a dead letter")
    public DeadLetterView.Content show(@PathParam("id") long id) {
        return DeadLetterView.Content.of(find(id));
    }

    @POST
    @Path("/{id}/redrive")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "redriveDeadLetter", summary = "Redrive a dead letter and the events of its journey")
    public DeadLetters.Redrive redrive(@PathParam("id") long id) {
        String actor = caller.actor();
        find(id);
        return letters.redrive(id, actor);
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "discardDeadLetter", summary = "Discard a dead letter and release the blocked events")
    public DeadLetters.Redrive discard(@PathParam("id") long id, @Valid DiscardLetter request) {
        String actor = caller.actor();
        if (find(id).letter().status() != DeadLetter.Status.WAITING) {
            throw Problem.conflict("dead-letter-settled", "The letter does not wait any more.");
        }
        return letters.discard(id, request.reason(), actor);
    }

    private DeadLetter.Content find(long id) {
        return letters.show(id)
                .orElseThrow(() -> Problem.notFound("dead-letter-not-found", "There is no such dead letter."));
    }
}
