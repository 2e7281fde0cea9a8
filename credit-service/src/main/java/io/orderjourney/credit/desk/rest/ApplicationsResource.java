package io.orderjourney.credit.desk.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.NoSuchApplication;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading credit applications. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ApplicationsResource {

    private final Applications applications;
    private final ApplicationAnswers answers;

    ApplicationsResource(Applications applications, ApplicationAnswers answers) {
        this.applications = applications;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({Roles.CREDIT, Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(summary = "Applications, oldest first", description = "All, those in one state, or the one of an order.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationPage.class),
                            examples = @ExampleObject(name = "one waiting for the call", value = Examples.PAGE)))
    public ApplicationPage list(
            @QueryParam("state") @Nullable ApplicationState state,
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("applications?state=" + state, limit, cursor);
        if (orderId != null) {
            Optional<Application> one = applications.ofJourney(orderId);
            return new ApplicationPage(one.stream().map(this::line).toList(), null);
        }
        Applications.Place after = request.after()
                .map(place -> new Applications.Place(place.instant(0), place.uuid(1)))
                .orElse(null);
        List<Application> rows = applications.list(state, after, request.rowsWanted());
        Page<Application> page = Page.of(rows, request, last -> Cursor.of(last.openedAt(), last.id()));
        return new ApplicationPage(page.items().stream().map(this::line).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CREDIT, Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(summary = "One application with everything about it", description = "The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "approved", value = Examples.APPLICATION)))
    public RestResponse<ApplicationView> show(@PathParam("id") UUID id) {
        return answers.ok(applications.find(id).orElseThrow(NoSuchApplication::new));
    }

    private ApplicationSummary line(Application application) {
        return ApplicationSummary.of(application, answers.zone());
    }
}
