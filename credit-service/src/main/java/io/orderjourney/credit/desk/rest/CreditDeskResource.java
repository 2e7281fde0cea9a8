package io.orderjourney.credit.desk.rest;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.NoSuchApplication;
import io.orderjourney.credit.applications.usecase.LogCreditCallHandler;
import io.orderjourney.credit.appointments.usecase.SignAgreementHandler;
import io.orderjourney.credit.appointments.usecase.RequestAppointmentHandler;
import io.orderjourney.credit.bank.usecase.SubmitApplicationHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the credit desk does with an application, from the call to the signature. */
@Path("/api/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
public class CreditDeskResource {

    private final Applications applications;
    private final LogCreditCallHandler calls;
    private final SubmitApplicationHandler submissions;
    private final RequestAppointmentHandler wishes;
    private final SignAgreementHandler signatures;
    private final ApplicationAnswers answers;
    private final BusinessClock clock;
    private final Caller caller;

    CreditDeskResource(
            Applications applications,
            LogCreditCallHandler calls,
            SubmitApplicationHandler submissions,
            RequestAppointmentHandler wishes,
            SignAgreementHandler signatures,
            ApplicationAnswers answers,
            BusinessClock clock,
            Caller caller) {
        this.applications = applications;
        this.calls = calls;
        this.submissions = submissions;
        this.wishes = wishes;
        this.signatures = signatures;
        this.answers = answers;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * A call to the customer.
     *
     * @param applicationComplete nothing that the bank asks for is missing; only with REACHED, and not so if absent
     * @param callAgainAt when the customer wants to be called; needed with CALL_LATER
     */
    public record CreditCall(
            @NotNull CallOutcome outcome,
            @Nullable Boolean applicationComplete,
            @Nullable OffsetDateTime callAgainAt) {}

    /** A time at which the customer would like to sign: a full or half hour; it lasts one hour. */
    public record RequestedAppointment(@NotNull OffsetDateTime startsAt) {}

    /** With whom the customer signed. */
    public record Signature(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
            String expertId) {}

    @POST
    @Path("/calls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            summary = "Log a call to the customer",
            description =
                    "Reached and complete: the application can go to the bank. Call later: the promised call is rescheduled, if"
                            + " the wished time can be kept. After a refusal, or while no expert can be found, the call gives the"
                            + " promised word, and the next update is promised.")
    public RestResponse<ApplicationView> call(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "reached", value = Examples.CALL),
                                                @ExampleObject(name = "call later", value = Examples.CALL_LATER)
                                            }))
                    @Valid
                    @NotNull
                    CreditCall call) {
        Application application = forChange(id);
        Versions.requireMatch(ifMatch, application.version());
        requireSense(call);
        OffsetDateTime again = call.callAgainAt();
        return answers.ok(calls.handle(
                application,
                new LogCreditCallHandler.Call(
                        call.outcome(), isComplete(call), again == null ? null : again.toInstant()),
                caller.actor()));
    }

    @POST
    @Path("/submission")
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            summary = "Hand the complete application to the bank",
            description = "Answers at once; the bank is told in the background, as often as it takes.")
    public RestResponse<ApplicationView> submit(@PathParam("id") UUID id) {
        return answers.ok(submissions.handle(forChange(id), caller.actor()));
    }

    @POST
    @Path("/appointment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.CREDIT, Roles.STOREFRONT})
    @Operation(
            summary = "Agree another time for the signature",
            description =
                    "The customer's wish. If no expert is free then, it is refused with the next time that is possible."
                            + " GET /promise-options?kind=SIGNING_APPOINTMENT&journeyId= shows the times.")
    public RestResponse<ApplicationView> appointment(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a wish", value = Examples.APPOINTMENT)))
                    @Valid
                    @NotNull
                    RequestedAppointment wish) {
        Application application = forChange(id);
        wishes.handle(application, wish.startsAt().toInstant(), caller.actor());
        return answers.ok(application);
    }

    @POST
    @Path("/signature")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.CREDIT)
    @Operation(
            summary = "Record that the customer signed",
            description = "Only with an expert of today's roster who has checked in at this pickup point.")
    public RestResponse<ApplicationView> sign(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "signed", value = Examples.SIGNATURE)))
                    @Valid
                    @NotNull
                    Signature signature) {
        return answers.ok(signatures.handle(forChange(id), signature.expertId(), caller.actor()));
    }

    private Application forChange(UUID id) {
        return applications.findForChange(id).orElseThrow(NoSuchApplication::new);
    }

    private static boolean isComplete(CreditCall call) {
        return Boolean.TRUE.equals(call.applicationComplete());
    }

    private void requireSense(CreditCall call) {
        if (call.outcome() == CallOutcome.CALL_LATER && call.callAgainAt() == null) {
            throw Problem.validation(FieldError.at("/callAgainAt", "not-null", "When shall we call again?"));
        }
        OffsetDateTime again = call.callAgainAt();
        if (again != null && !again.toInstant().isAfter(clock.instant())) {
            throw Problem.validation(FieldError.at("/callAgainAt", "past", "That time is over."));
        }
        if (call.outcome() == CallOutcome.NO_ANSWER && call.callAgainAt() != null) {
            throw Problem.validation(
                    FieldError.at("/callAgainAt", "must-be-absent", "Nobody answered, so nobody asked for a time."));
        }
        if (call.outcome() != CallOutcome.REACHED && isComplete(call)) {
            throw Problem.validation(
                    FieldError.at("/applicationComplete", "invalid", "Only who was reached can complete it."));
        }
    }
}
