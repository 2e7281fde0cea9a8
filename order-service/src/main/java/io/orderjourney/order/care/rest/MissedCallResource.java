package io.orderjourney.order.care.rest;

import io.orderjourney.order.care.usecase.MissedCallHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where the shop's telephone exchange reports calls that were not answered. */
@Path("/api/v1/missed-calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer care")
public class MissedCallResource {

    private final MissedCallHandler calls;
    private final CurrentTerms terms;
    private final Caller caller;

    MissedCallResource(MissedCallHandler calls, CurrentTerms terms, Caller caller) {
        this.calls = calls;
        this.terms = terms;
        this.caller = caller;
    }

    /** Who called. */
    @Schema(description = "A call that was not answered")
    record MissedCallRequest(
            @NotNull
            @Pattern(
                    regexp = "^\\+[1-9][0-9]{6,14}$",
                    message = "must be a number with its country, such as +48501234567")
            @Schema(examples = "+48501234567", description = "The caller's number, with the country")
            String phone) {}

    /** What the caller was promised. */
    @Schema(name = "PromisedCall", description = "What the caller was promised")
    record PromisedCallView(
            UUID journeyId,

            @Schema(
                    description = "CALLBACK about an open order, INQUIRY_REPLY for everybody else",
                    examples = "CALLBACK")
            String kind,

            @Schema(description = "What they are told, in their language")
            String told,

            OffsetDateTime dueAt) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "reportMissedCall",
            summary = "Report a call that was not answered",
            description =
                    "For a telephone exchange, with the id of the call as Idempotency-Key. Who has an open order is"
                            + " promised a call back about it, and it counts as a chase; everybody else is promised an answer."
                            + " The same caller again keeps the promise that they have.")
    @APIResponse(
            responseCode = "201",
            description = "A call is promised",
            content = @Content(schema = @Schema(implementation = PromisedCallView.class)))
    public RestResponse<PromisedCallView> missed(@Valid @NotNull MissedCallRequest request) {
        MissedCallHandler.Promised promised = calls.missed(request.phone(), caller.actor());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new PromisedCallView(
                        promised.journeyId(),
                        promised.promise().kind().name(),
                        promised.promise().told(),
                        promised.promise().dueAt().atZone(terms.get().zone()).toOffsetDateTime()));
    }
}
