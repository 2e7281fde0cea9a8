package io.orderjourney.credit.appointments.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.applications.rest.ApplicationView;
import io.orderjourney.credit.appointments.usecase.CustomerAtAppointment;
import io.orderjourney.credit.appointments.usecase.RequestAppointmentHandler;
import io.orderjourney.credit.appointments.usecase.SignAgreementHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When and with whom the customer signs. */
@Path("/api/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Appointments")
public class AppointmentsResource {

    private static final String APPOINTMENT = "{\"startsAt\": \"2026-01-15T16:00:00+01:00\"}";
    private static final String SIGNATURE = "{\"expertId\": \"ewa\"}";

    private final Applications applications;
    private final RequestAppointmentHandler requests;
    private final CustomerAtAppointment visits;
    private final SignAgreementHandler signatures;
    private final ApplicationResponses responses;
    private final Caller caller;

    AppointmentsResource(
            Applications applications,
            RequestAppointmentHandler requests,
            CustomerAtAppointment visits,
            SignAgreementHandler signatures,
            ApplicationResponses responses,
            Caller caller) {
        this.applications = applications;
        this.requests = requests;
        this.visits = visits;
        this.signatures = signatures;
        this.responses = responses;
        this.caller = caller;
    }

    /** A time at which the customer would like to sign: a full or half hour; it lasts one hour. */
    public record RequestedAppointment(@NotNull OffsetDateTime startsAt) {}

    /** With whom the customer signed. */
    public record Signature(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
            String expertId) {}

    @POST
    @Path("/appointments")
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.STOREFRONT})
    @Operation(
            operationId = "requestAppointment",
            summary = "Request another time for the signature",
            description = "If no expert is free then, it is refused with the next possible time."
                    + " GET /promise-options?kind=SIGNING_APPOINTMENT&journeyId= lists the times.")
    public RestResponse<ApplicationView> request(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a time", value = APPOINTMENT)))
                    @Valid
                    @NotNull
                    RequestedAppointment requested) {
        Application application = applications.requireForChange(id);
        requests.handle(application, requested.startsAt().toInstant(), caller.actor());
        return responses.ok(application);
    }

    @POST
    @Path("/arrivals")
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            operationId = "recordArrival",
            summary = "Record that the customer came to their appointment",
            description = "The appointment is kept from then on, however long the signing takes. Refused while their"
                    + " expert is not there.")
    public RestResponse<ApplicationView> arrive(@PathParam("id") UUID id) {
        Application application = applications.requireForChange(id);
        visits.arrived(application, caller.actor());
        return responses.ok(application);
    }

    @POST
    @Path("/signatures")
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            operationId = "signAgreement",
            summary = "Record that the customer signed",
            description = "Only with an expert of today's roster who has checked in at this pickup point.")
    public RestResponse<ApplicationView> sign(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "signed", value = SIGNATURE)))
                    @Valid
                    @NotNull
                    Signature signature) {
        return responses.ok(signatures.handle(applications.requireForChange(id), signature.expertId(), caller.actor()));
    }
}
