package io.orderjourney.order.erasure.rest;

import io.orderjourney.order.erasure.Erasure;
import io.orderjourney.order.erasure.Erasures;
import io.orderjourney.order.erasure.usecase.EraseCustomerHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The right to be forgotten: one call, and what became of it. */
@Path("/api/v1/customers/{customerId}/erasure")
@jakarta.ws.rs.Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class ErasureResource {

    private static final String EXAMPLE = """
            {"customerId": "0195c3f0-7d2a-7c11-9a53-0c8f6d2e4b10", "requestedAt": "2026-03-05T11:52:07+01:00",
             "requestedBy": "care:olga", "complete": false,
             "holders": [{"service": "credit-service", "erasedAt": "2026-03-05T11:52:08+01:00"},
                         {"service": "fulfillment-service"}]}
            """;

    private final EraseCustomerHandler handler;
    private final Erasures erasures;
    private final CurrentTerms terms;
    private final Caller caller;

    ErasureResource(EraseCustomerHandler handler, Erasures erasures, CurrentTerms terms, Caller caller) {
        this.handler = handler;
        this.erasures = erasures;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * An erasure.
     *
     * @param complete every holder has confirmed
     * @param holders every service that may hold personal data
     */
    @Schema(name = "Erasure", description = "The erasure of a customer, with each holder's confirmation")
    public record ErasureView(
            UUID customerId, OffsetDateTime requestedAt, String requestedBy, boolean complete, List<Holder> holders) {

        /** One of them; without a time it has not confirmed yet. */
        @Schema(name = "ErasureHolder")
        public record Holder(String service, @Nullable OffsetDateTime erasedAt) {}

        static ErasureView of(Erasure erasure, ZoneId zone) {
            return new ErasureView(
                    erasure.customerId(),
                    erasure.requestedAt().atZone(zone).toOffsetDateTime(),
                    erasure.requestedBy(),
                    erasure.isComplete(),
                    Erasure.HOLDERS.stream()
                            .sorted()
                            .map(holder -> new Holder(holder, confirmed(erasure, holder, zone)))
                            .toList());
        }

        private static @Nullable OffsetDateTime confirmed(Erasure erasure, String holder, ZoneId zone) {
            var at = erasure.confirmedAt().get(holder);
            return at == null ? null : at.atZone(zone).toOffsetDateTime();
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.CUSTOMER_CARE)
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erase a customer's personal data",
            description =
                    "Contact, stored responses, sent messages and notes go, here and in every other service; what was"
                            + " ordered and promised stays, with an id that leads to nobody. Each service confirms by an event. A"
                            + " customer with an open order is refused: the shop could not tell them anything.")
    @APIResponse(
            responseCode = "202",
            description = "Erased here; the others follow",
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureView.class),
                            examples = @ExampleObject(name = "begun", value = EXAMPLE)))
    public RestResponse<ErasureView> erase(@PathParam("customerId") UUID customerId) {
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                ErasureView.of(
                        handler.erase(customerId, caller.actor()), terms.get().zone()));
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER_CARE, Roles.OPERATOR})
    @Operation(operationId = "getErasure", summary = "Get how far an erasure is")
    public ErasureView show(@PathParam("customerId") UUID customerId) {
        return ErasureView.of(
                erasures.find(customerId).orElseThrow(() -> new Erasure.NotFound(customerId)),
                terms.get().zone());
    }

    @Produces
    @Singleton
    static ProblemMapping<Erasure.NotFound> notFound() {
        return ProblemMapping.of(
                Erasure.NotFound.class,
                refused -> Problem.notFound("erasure-not-found", "There is no erasure of this customer."));
    }

    @Produces
    @Singleton
    static ProblemMapping<Erasure.OpenOrders> openOrders() {
        return ProblemMapping.of(
                Erasure.OpenOrders.class,
                refused -> Problem.conflict("orders-open", "The customer has an open order: end it first."));
    }
}
