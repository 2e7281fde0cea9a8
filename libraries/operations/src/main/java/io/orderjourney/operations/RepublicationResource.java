package io.orderjourney.operations;

import io.orderjourney.messaging.log.Republication;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.quarkus.arc.All;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes again what this service recorded. It needs no Idempotency-Key: consumers know what they have seen by its id, and a command that was
 * interrupted is just given again.
 */
@Path("/api/v1/republications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class RepublicationResource {

    private static final Logger LOG = Logger.getLogger(RepublicationResource.class);

    private final Republication log;
    private final StateTopics states;
    private final List<StateSource> sources;
    private final Caller caller;

    RepublicationResource(Republication log, StateTopics states, @All List<StateSource> sources, Caller caller) {
        this.log = log;
        this.states = states;
        this.sources = sources;
        this.caller = caller;
    }

    /**
     * What to publish again: exactly one of the first three.
     *
     * @param journeyId the facts of one journey
     * @param sinceAt the facts recorded at or after this business time
     * @param all true: every fact, and the compacted topics of this service
     * @param dryRun true: only count
     */
    @Schema(name = "RepublicationRequest")
    public record Request(
            @Nullable UUID journeyId,
            @Nullable Instant sinceAt,
            @Nullable Boolean all,
            @Nullable Boolean dryRun) {}

    /**
     * What is published again now, in the background.
     *
     * @param facts of the log
     * @param states keys of compacted topics; not counted in a dry run
     */
    @Schema(name = "RepublicationResult")
    public record Result(long facts, long states, boolean dryRun) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "republish",
            summary = "Publish again",
            description = "Consumers that have seen a fact drop it")
    public Result republish(@Valid @NotNull Request request) {
        String actor = caller.actor();
        boolean everything = Boolean.TRUE.equals(request.all());
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        UUID journeyId = request.journeyId();
        Instant since = request.sinceAt();
        if (Stream.of(journeyId != null, since != null, everything)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw Problem.unprocessable(ProblemCodes.VALIDATION, "Say what: journeyId, sinceAt, or all.")
                    .withErrors(List.of(FieldError.at("", "invalid", "Exactly one of journeyId, sinceAt and all.")));
        }
        Republication wanted = dryRun ? log.dryRun() : log;
        long facts = journeyId != null ? wanted.of(journeyId) : since != null ? wanted.since(since) : wanted.all();
        long keys = everything && !dryRun
                ? sources.stream()
                        .mapToLong(source -> states.republish(source.topic()))
                        .sum()
                : 0;
        if (!dryRun) {
            LOG.infof("%s publishes %d facts and %d states again", actor, facts, keys);
        }
        return new Result(facts, keys, dryRun);
    }
}
