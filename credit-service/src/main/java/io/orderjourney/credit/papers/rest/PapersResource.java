package io.orderjourney.credit.papers.rest;

import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.applications.rest.ApplicationView;
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

    private static final String SEARCH = "{\"lastSeen\": \"in the courier's van on Monday\"}";

    private final Applications applications;
    private final CheckInPapersHandler checkIns;
    private final SearchPapersHandler searches;
    private final ApplicationResponses responses;
    private final Caller caller;

    PapersResource(
            Applications applications,
            CheckInPapersHandler checkIns,
            SearchPapersHandler searches,
            ApplicationResponses responses,
            Caller caller) {
        this.applications = applications;
        this.checkIns = checkIns;
        this.searches = searches;
        this.responses = responses;
        this.caller = caller;
    }

    /** @param lastSeen where they were seen last, in words */
    public record PapersSearch(@Nullable @Size(max = 500) String lastSeen) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT})
    @Operation(
            operationId = "checkInPapers",
            summary = "Check the bank's papers in",
            description = "They are at the pickup point, in the hands of an employee.")
    public RestResponse<ApplicationView> checkIn(@PathParam("id") UUID id) {
        return responses.ok(checkIns.handle(applications.requireForChange(id), caller.actor()));
    }

    @POST
    @Path("/searches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.PICKUP_POINT})
    @Operation(
            operationId = "searchPapers",
            summary = "Start a search for missing papers",
            description = "The bank's estimate no longer counts. Papers that had been checked in are promised again.")
    public RestResponse<ApplicationView> search(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a trace", value = SEARCH)))
                    @Valid
                    @NotNull
                    PapersSearch search) {
        return responses.ok(searches.handle(applications.requireForChange(id), search.lastSeen(), caller.actor()));
    }
}
