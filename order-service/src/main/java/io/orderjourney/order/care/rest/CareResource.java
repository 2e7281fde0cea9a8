package io.orderjourney.order.care.rest;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.orders.ChaseLogged;
import io.orderjourney.order.care.usecase.CallbackHandler;
import io.orderjourney.order.care.usecase.LogChaseHandler;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is done for a customer who asks: it is written down that they had to, and they are called back. */
@Path("/api/v1/journeys/{journeyId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Customer care")
public class CareResource {

    private final LogChaseHandler chases;
    private final CallbackHandler callbacks;
    private final CurrentTerms terms;
    private final Caller caller;

    CareResource(LogChaseHandler chases, CallbackHandler callbacks, CurrentTerms terms, Caller caller) {
        this.chases = chases;
        this.callbacks = callbacks;
        this.terms = terms;
        this.caller = caller;
    }

    /** A customer had to ask. */
    @Schema(description = "A customer had to ask how things stand")
    record InquiryRequest(@NotNull InquiryChannel channel) {}

    /** A customer had to ask, as it was written down. */
    @Schema(name = "Inquiry")
    record InquiryView(UUID journeyId, InquiryChannel channel, String loggedBy, OffsetDateTime askedAt) {}

    /** A customer wants to be called back. */
    @Schema(description = "A customer wants to be called back")
    record CallbackRequest(
            @Nullable
            @Schema(
                    description = "By when; the earliest time that can be kept if absent",
                    examples = "2026-01-14T15:00:00+01:00")
            OffsetDateTime dueAt) {}

    /** How a call back ended. */
    @Schema(description = "How a call back ended")
    record CallbackCallRequest(
            @NotNull CallOutcome outcome,

            @Nullable @Schema(description = "With CALL_LATER, and only then: when the customer wants to be called")
            OffsetDateTime callBackAt) {}

    @POST
    @Path("/inquiries")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "logInquiry",
            summary = "Log that the customer had to ask",
            description = "Also after the end of the journey. The answer card counts it.")
    @APIResponse(
            responseCode = "201",
            description = "It is logged",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> inquiry(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull InquiryRequest request) {
        ChaseLogged chase = chases.log(journeyId, request.channel(), caller.actor());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                new InquiryView(
                        journeyId,
                        chase.channel(),
                        chase.loggedBy(),
                        chase.chasedAt().atZone(terms.get().zone()).toOffsetDateTime()));
    }

    @POST
    @Path("/callbacks")
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "promiseCallback",
            summary = "Promise to call the customer back",
            description = "CUSTOMER_CARE calls. One journey has at most one such promise open: asking again gives it"
                    + " another time. A time that cannot be kept is refused with the next possible one.")
    @APIResponse(
            responseCode = "201",
            description = "It is promised",
            content = @Content(schema = @Schema(implementation = PromiseView.class)))
    public RestResponse<PromiseView> callback(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull CallbackRequest request) {
        OffsetDateTime dueAt = request.dueAt();
        Promise promise = callbacks.promise(journeyId, dueAt == null ? null : dueAt.toInstant(), caller.actor());
        return view(RestResponse.Status.CREATED, promise);
    }

    /** The revision in If-Match makes a repeat harmless, so no key is needed. */
    @POST
    @Path("/callbacks/calls")
    @RolesAllowed({Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "logCallback",
            summary = "Log a call back",
            description = "REACHED keeps the promise. After NO_ANSWER it is the customer's turn. CALL_LATER gives the"
                    + " promise the time that the customer wants. If-Match is the ETag of the promise.")
    public RestResponse<PromiseView> call(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CallbackCallRequest request) {
        OffsetDateTime later = request.callBackAt();
        if ((request.outcome() == CallOutcome.CALL_LATER) != (later != null)) {
            throw Problem.validation(
                    FieldError.at("/callBackAt", "call-back-at", "Goes with CALL_LATER, and only with that."));
        }
        Promise promise = callbacks.log(
                journeyId,
                request.outcome(),
                later == null ? null : later.toInstant(),
                revision -> Versions.requireMatch(ifMatch, revision),
                caller.actor());
        return view(RestResponse.Status.OK, promise);
    }

    private RestResponse<PromiseView> view(RestResponse.Status status, Promise promise) {
        return RestResponse.ResponseBuilder.create(
                        status, PromiseView.of(promise, terms.get().zone()))
                .header(HttpHeaders.ETAG, Versions.etag(promise.revision()))
                .build();
    }
}
