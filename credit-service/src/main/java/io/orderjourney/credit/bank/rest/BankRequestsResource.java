package io.orderjourney.credit.bank.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.applications.rest.ApplicationView;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.usecase.RetryBankRequestHandler;
import io.orderjourney.credit.bank.usecase.SubmitApplicationHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the credit desk has the bank told about an application. */
@Path("/api/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
public class BankRequestsResource {

    private final Applications applications;
    private final SubmitApplicationHandler submissions;
    private final RetryBankRequestHandler retries;
    private final ApplicationResponses responses;
    private final Caller caller;

    BankRequestsResource(
            Applications applications,
            SubmitApplicationHandler submissions,
            RetryBankRequestHandler retries,
            ApplicationResponses responses,
            Caller caller) {
        this.applications = applications;
        this.submissions = submissions;
        this.retries = retries;
        this.responses = responses;
        this.caller = caller;
    }

    @POST
    @Path("/submissions")
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            operationId = "submitApplication",
            summary = "Submit the complete application to the bank",
            description = "Responds at once; the bank is called in the background until it acknowledges or rejects it.")
    public RestResponse<ApplicationView> submit(@PathParam("id") UUID id) {
        return responses.ok(submissions.handle(applications.requireForChange(id), caller.actor()));
    }

    @POST
    @Path("/bank-requests/{kind}/retries")
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            operationId = "retryBankRequest",
            summary = "Send a rejected request to the bank again",
            description = "After the desk has cleared up with the bank why it was rejected.")
    public RestResponse<ApplicationView> retry(@PathParam("id") UUID id, @PathParam("kind") BankRequestKind kind) {
        Application application = applications.requireForChange(id);
        if (!retries.handle(new BankRequest.Key(id, kind))) {
            throw Problem.conflict("bank-request-not-rejected", "The bank has not rejected this request.");
        }
        return responses.ok(application);
    }
}
