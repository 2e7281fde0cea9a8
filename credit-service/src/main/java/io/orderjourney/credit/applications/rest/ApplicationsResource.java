package io.orderjourney.credit.applications.rest;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.LogCreditCallHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Credit applications, and the credit desk's calls about them. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class ApplicationsResource {

    private final Applications applications;
    private final LogCreditCallHandler calls;
    private final ApplicationResponses responses;
    private final BusinessClock clock;
    private final Caller caller;

    ApplicationsResource(
            Applications applications,
            LogCreditCallHandler calls,
            ApplicationResponses responses,
            BusinessClock clock,
            Caller caller) {
        this.applications = applications;
        this.calls = calls;
        this.responses = responses;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A call to the customer.
     *
     * @param applicationComplete nothing that the bank asks for is missing; only with REACHED; false if absent
     * @param callBackAt when the customer wants to be called; needed with CALL_LATER
     */
    public record CreditCall(
            @NotNull CallOutcome outcome,
            @Nullable Boolean applicationComplete,
            @Nullable OffsetDateTime callBackAt) {

        private boolean completesApplication() {
            return Boolean.TRUE.equals(applicationComplete);
        }
    }

    @GET
    @RolesAllowed({Roles.CREDIT, Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "listApplications",
            summary = "List applications, oldest first",
            description = "All, those in one state, or the one of an order.")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "one waiting for the call",
                                            value = ApplicationExamples.PAGE)))
    public ApplicationPage list(
            @QueryParam("state") @Nullable ApplicationState state,
            @QueryParam("journeyId") @Nullable UUID journeyId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest request = PageRequest.of("applications?state=" + state, limit, cursor);
        if (journeyId != null) {
            Optional<Application> one = applications.ofJourney(journeyId);
            return new ApplicationPage(one.stream().map(this::summary).toList(), null);
        }
        Applications.Place after = request.after()
                .map(place -> new Applications.Place(place.instant(0), place.uuid(1)))
                .orElse(null);
        List<Application> rows = applications.list(state, after, request.rowsWanted());
        Page<Application> page = Page.of(rows, request, last -> Cursor.of(last.openedAt(), last.id()));
        return new ApplicationPage(page.items().stream().map(this::summary).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CREDIT, Roles.SALES, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "getApplication",
            summary = "Get an application with everything about it",
            description = "The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "approved", value = ApplicationExamples.APPLICATION)))
    public RestResponse<ApplicationView> get(@PathParam("id") UUID id) {
        return responses.ok(applications.find(id).orElseThrow(Application.NotFound::new));
    }

    @POST
    @Path("/{id}/calls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            operationId = "logCreditCall",
            summary = "Log a call to the customer",
            description =
                    "Reached and complete: the application can go to the bank. Call later: the promised call is rescheduled,"
                            + " if the requested time is possible. After a refusal, or while no expert can be found, the call is"
                            + " the promised update, and the next one is promised.")
    public RestResponse<ApplicationView> logCall(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "reached", value = ApplicationExamples.CALL),
                                                @ExampleObject(
                                                        name = "call later",
                                                        value = ApplicationExamples.CALL_LATER)
                                            }))
                    @Valid
                    @NotNull
                    CreditCall call) {
        Application application = applications.requireForChange(id);
        Versions.requireMatch(ifMatch, application.version());
        requireConsistent(call);
        OffsetDateTime callBackAt = call.callBackAt();
        return responses.ok(calls.handle(
                application,
                new LogCreditCallHandler.Call(
                        call.outcome(),
                        call.completesApplication(),
                        callBackAt == null ? null : callBackAt.toInstant()),
                caller.actor()));
    }

    private void requireConsistent(CreditCall call) {
        OffsetDateTime callBackAt = call.callBackAt();
        if (call.outcome() == CallOutcome.CALL_LATER && callBackAt == null) {
            throw Problem.validation(FieldError.at("/callBackAt", "not-null", "Required with CALL_LATER."));
        }
        if (callBackAt != null && !callBackAt.toInstant().isAfter(clock.instant())) {
            throw Problem.validation(FieldError.at("/callBackAt", "past", "Must be in the future."));
        }
        if (call.outcome() == CallOutcome.NO_ANSWER && callBackAt != null) {
            throw Problem.validation(
                    FieldError.at("/callBackAt", "must-be-absent", "Nobody answered, so nobody asked for a time."));
        }
        if (call.outcome() != CallOutcome.REACHED && call.completesApplication()) {
            throw Problem.validation(
                    FieldError.at("/applicationComplete", "invalid", "Only a call with REACHED can complete it."));
        }
    }

    private ApplicationSummary summary(Application application) {
        return ApplicationSummary.of(application, responses.zone());
    }
}
