package io.orderjourney.credit.desk.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.NoSuchApplication;
import io.orderjourney.credit.papers.usecase.CheckInPapersHandler;
import io.orderjourney.credit.papers.usecase.SearchPapersHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bank's papers at the pickup point: there, or missing. */
@Path("/api/v1/applications/{id}/papers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Papers")
public class PapersResource {

    private final Applications applications;
    private final CheckInPapersHandler checkIns;
    private final SearchPapersHandler searches;
    private final ApplicationAnswers answers;
    private final Caller caller;

    PapersResource(
            Applications applications,
            CheckInPapersHandler checkIns,
            SearchPapersHandler searches,
            ApplicationAnswers answers,
            Caller caller) {
        this.applications = applications;
        this.checkIns = checkIns;
        this.searches = searches;
        this.answers = answers;
        this.caller = caller;
    }

    /** @param lastSeen where they were seen last, in words */
    public record PapersSearch(@Nullable @Size(max = 500) String lastSeen) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT})
    @Operation(summary = "Check the bank's papers in", description = "Somebody holds them in his hands at the counter.")
    public RestResponse<ApplicationView> checkIn(@PathParam("id") UUID id) {
        return answers.ok(checkIns.handle(forChange(id), caller.actor()));
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT})
    @Operation(
            summary = "Start a search for papers that should be there",
            description =
                    "The bank's word about them counts no more. If they had been checked in, they are promised anew.")
    public RestResponse<ApplicationView> search(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a trace", value = Examples.SEARCH)))
                    @Valid
                    @NotNull
                    PapersSearch search) {
        return answers.ok(searches.handle(forChange(id), search.lastSeen(), caller.actor()));
    }

    private Application forChange(UUID id) {
        return applications.findForChange(id).orElseThrow(NoSuchApplication::new);
    }
}
