package io.orderjourney.operations;

import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.SettableClock;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells whoever drives a demo's clock when it may jump, and how far. Nothing is here when time is real. */
@Path("/demo/settled")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class SettledResource {

    private final BusinessClock clock;
    private final Backlog backlog;
    private final List<PendingWork> workers;

    SettledResource(BusinessClock clock, Backlog backlog, @All List<PendingWork> workers) {
        this.clock = clock;
        this.backlog = backlog;
        this.workers = workers;
    }

    /**
     * How much waits right now; the service is at rest when all three are 0.
     *
     * @param checkedAt the business time of this answer
     * @param outbox facts and states that the broker has not acknowledged
     * @param parked events behind a dead letter: no clock moves them, a person must
     * @param due pieces of work that are due at this time and not done
     * @param nextDueAt the next business time at which this process has work; absent if it has none planned
     */
    public record SettledView(
            Instant checkedAt,
            long outbox,
            long parked,
            long due,
            @Nullable Instant nextDueAt) {}

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "getSettled", summary = "Whether this process is at rest (only with a demo's clock)")
    public SettledView settled() {
        if (!(clock instanceof SettableClock)) {
            throw Problem.notFound(ProblemCodes.NOT_FOUND, "There is nothing at this address.");
        }
        Instant now = clock.instant();
        long due = workers.stream().mapToLong(worker -> worker.due(now)).sum();
        Instant next = workers.stream()
                .map(PendingWork::nextDueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new SettledView(now, backlog.outboxCount(), backlog.blockedCount(), due, next);
    }
}
