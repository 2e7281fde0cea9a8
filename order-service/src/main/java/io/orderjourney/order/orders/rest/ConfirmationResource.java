package io.orderjourney.order.orders.rest;

import io.orderjourney.order.orders.usecase.LogConfirmationCallHandler;
import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** SALES reports a confirmation call. The version in If-Match makes a repeat harmless, so no key is needed. */
@Path("/api/v1/orders/{id}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Confirmation calls")
public class ConfirmationResource {

    private final LogConfirmationCallHandler calls;
    private final Promises promises;
    private final CurrentTerms terms;
    private final Caller caller;
    private final String service;

    ConfirmationResource(
            LogConfirmationCallHandler calls,
            Promises promises,
            CurrentTerms terms,
            Caller caller,
            @ConfigProperty(name = "journey.service") String service) {
        this.calls = calls;
        this.promises = promises;
        this.terms = terms;
        this.caller = caller;
        this.service = service;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SALES)
    @Operation(
            summary = "Log a confirmation call",
            description = "REACHED confirms the order and keeps the promised call. NO_ANSWER counts the attempt; the"
                    + " promise stays. CALL_LATER reschedules the promised call to the customer's time, if that is later than"
                    + " what he was promised and SALES can keep it; else promise-refused with the next possible time.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConfirmationRequest.class),
                            examples = {
                                @ExampleObject(name = "Reached", value = "{\"outcome\": \"REACHED\"}"),
                                @ExampleObject(
                                        name = "Later",
                                        value = "{\"outcome\": \"CALL_LATER\", \"callAgainAt\":"
                                                + " \"2026-01-12T17:00:00+01:00\"}")
                            }))
    public RestResponse<ConfirmationView> log(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ConfirmationRequest request) {
        Order order =
                calls.log(id, request.toReport(), version -> Versions.requireMatch(ifMatch, version), caller.actor());
        return RestResponse.ResponseBuilder.ok(view(order))
                .header(HttpHeaders.ETAG, Versions.etag(order.version()))
                .build();
    }

    private ConfirmationView view(Order order) {
        return new ConfirmationView(
                order.id(),
                order.state(),
                order.callAttempts(),
                promises.of(order.id()).stream()
                        .filter(promise -> promise.owner().equals(service))
                        .map(promise -> PromiseView.of(promise, terms.get().zone()))
                        .toList());
    }
}
