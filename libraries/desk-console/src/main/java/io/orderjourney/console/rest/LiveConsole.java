package io.orderjourney.console.rest;

import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.rest.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * Says "look again" when a queue has changed: never what changed, so that each viewer's own rights and filters decide what
 * they see. The page falls back to looking by itself when this stream is away.
 */
@Path("/desk/{desk}/live")
public class LiveConsole {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Instance<DeskScreen> screens;
    private final Viewers viewers;

    LiveConsole(Instance<DeskScreen> screens, Viewers viewers) {
        this.screens = screens;
        this.viewers = viewers;
    }

    @GET
    @Authenticated
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<String> live(@PathParam("desk") String name) {
        DeskScreen screen = screens.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("desk-not-found", "There is no such desk."));
        Viewer viewer = viewers.at(name)
                .filter(person -> person.roles().contains(screen.role()))
                .orElseThrow(() -> Problem.forbidden("This desk is not yours."));
        return Multi.createFrom()
                .ticks()
                .every(LOOK_EVERY)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> String.valueOf(screen.revision(viewer)));
    }
}
