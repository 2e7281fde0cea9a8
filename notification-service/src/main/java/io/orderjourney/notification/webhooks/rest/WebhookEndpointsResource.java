package io.orderjourney.notification.webhooks.rest;

import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookEndpoint;
import io.orderjourney.notification.webhooks.Webhooks;
import io.orderjourney.notification.webhooks.usecase.WebhookEndpointHandler;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Endpoints of other systems, and the log of what was sent to them. */
@Path("/api/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookEndpointsResource {

    private final Webhooks webhooks;
    private final WebhookEndpointHandler handler;

    WebhookEndpointsResource(Webhooks webhooks, WebhookEndpointHandler handler) {
        this.webhooks = webhooks;
        this.handler = handler;
    }

    /**
     * An endpoint to register.
     *
     * @param types the event types to send; absent or empty: all
     */
    @Schema(name = "NewWebhookEndpoint")
    public record NewEndpoint(
            @NotBlank @Size(max = 500) String url,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 100) String> types,
            @Nullable @Size(max = 200) String description) {}

    /** An endpoint, and whether it takes what it is sent. */
    @Schema(name = "WebhookEndpoint")
    public record EndpointView(
            UUID id,
            String url,
            List<String> types,
            String description,
            Instant createdAt,
            @Nullable Instant lastTakenAt,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause) {

        static EndpointView of(WebhookEndpoint endpoint) {
            return new EndpointView(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.types().stream().sorted().toList(),
                    endpoint.description(),
                    endpoint.createdAt(),
                    endpoint.lastTakenAt(),
                    endpoint.disabledAt(),
                    endpoint.disabledBecause());
        }
    }

    /**
     * An endpoint with its secret.
     *
     * @param secret signs every message; shown this once
     */
    @Schema(name = "WebhookEndpointWithSecret")
    public record SecretView(EndpointView endpoint, String secret) {

        static SecretView of(WebhookEndpointHandler.WithSecret made) {
            return new SecretView(EndpointView.of(made.endpoint()), made.secret());
        }
    }

    /** All endpoints. */
    @Schema(name = "WebhookEndpoints")
    public record EndpointList(List<EndpointView> items) {}

    /**
     * One message at one endpoint.
     *
     * @param messageId the header {@code webhook-id} of every attempt
     * @param tryAgainAt when it is sent next, while it is PENDING
     * @param status the HTTP status of the last attempt; absent without a response
     * @param body as it is sent
     */
    @Schema(name = "WebhookDelivery")
    public record DeliveryView(
            UUID messageId,
            String type,
            @Nullable UUID journeyId,
            WebhookDelivery.State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant tryAgainAt,
            @Nullable Instant lastAttemptAt,
            @Nullable Integer status,
            @Nullable String detail,
            String body) {

        static DeliveryView of(WebhookDelivery delivery) {
            return new DeliveryView(
                    delivery.message().id(),
                    delivery.message().type(),
                    delivery.message().journeyId(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.message().createdAt(),
                    delivery.state() == WebhookDelivery.State.PENDING ? delivery.tryAfter() : null,
                    delivery.lastAttemptAt(),
                    delivery.status(),
                    delivery.detail(),
                    delivery.message().body());
        }
    }

    /**
     * What is to be sent again.
     *
     * @param messageId one message; absent: all that the others choose
     * @param state only those in this state; absent: all
     * @param sinceAt only messages made then or later; absent: all
     */
    @Schema(name = "WebhookRedelivery")
    public record Redelivery(
            @Nullable UUID messageId,
            WebhookDelivery.@Nullable State state,
            @Nullable Instant sinceAt) {}

    /** @param again how many are sent again, at most a thousand; ask again for the rest */
    @Schema(name = "WebhookRedeliveryResult")
    public record RedeliveryResult(int again) {}

    /** @param messageId the header {@code webhook-id} of what is sent */
    @Schema(name = "WebhookTest")
    public record TestView(UUID messageId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Register a webhook endpoint",
            description =
                    "From now on it is sent the events that it wants, signed as the Standard Webhooks describe. The"
                            + " secret is shown this once.")
    @APIResponseSchema(value = SecretView.class, responseCode = "201", responseDescription = "Registered")
    public RestResponse<SecretView> create(@Valid @NotNull NewEndpoint wanted) {
        List<String> types = wanted.types();
        String description = wanted.description();
        try {
            SecretView made = SecretView.of(handler.register(
                    wanted.url(),
                    types == null ? Set.of() : Set.copyOf(types),
                    description == null ? "" : description));
            return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                    .location(URI.create(
                            "/api/v1/webhook-endpoints/" + made.endpoint().id()))
                    .build();
        } catch (WebhookEndpointHandler.Refused refused) {
            throw Problem.unprocessable("webhook-refused", "Nothing can be sent there.")
                    .withErrors(List.of(FieldError.at("/" + refused.field(), "invalid", refused.why())));
        }
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(operationId = "listWebhookEndpoints", summary = "List webhook endpoints")
    public EndpointList list() {
        return new EndpointList(
                webhooks.endpoints().stream().map(EndpointView::of).toList());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Delete a webhook endpoint",
            description = "With everything that waits for it.")
    public void delete(@PathParam("id") UUID id) {
        if (!handler.remove(id)) {
            throw notFound().get();
        }
    }

    @POST
    @Path("/{id}/secret-rotations")
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Change the secret",
            description = "For 24 hours each message carries a signature of the new and of the old one.")
    public SecretView rotate(@PathParam("id") UUID id) {
        return handler.rotateSecret(id).map(SecretView::of).orElseThrow(notFound());
    }

    @POST
    @Path("/{id}/tests")
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "Send a test message",
            description = "Of the type webhooks.test.v1; the deliveries say what came of it.")
    public TestView test(@PathParam("id") UUID id) {
        return handler.test(id).map(TestView::new).orElseThrow(notFound());
    }

    @POST
    @Path("/{id}/enablement")
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "enableWebhookEndpoint",
            summary = "Enable a disabled endpoint",
            description = "What happened while it was disabled has waited and is sent now.")
    public EndpointView enable(@PathParam("id") UUID id) {
        return handler.enable(id).map(EndpointView::of).orElseThrow(notFound());
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries",
            description = "Of the last thirty days, the newest first.")
    public Page<DeliveryView> deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") WebhookDelivery.@Nullable State state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        requireEndpoint(id);
        PageRequest request = PageRequest.of("webhook-deliveries?id=" + id + "&state=" + state, limit, cursor);
        Optional<Cursor> after = request.after();
        List<WebhookDelivery> rows = webhooks.deliveries(
                id,
                new WebhookDelivery.Filter(null, state, null),
                after.map(place -> place.uuid(0)).orElse(null),
                request.rowsWanted());
        return Page.of(rows, request, delivery -> Cursor.of(delivery.message().id()))
                .map(DeliveryView::of);
    }

    @POST
    @Path("/{id}/redeliveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "redeliverWebhooks",
            summary = "Send again",
            description = "One message, or all in a state or since a time. They keep their ids.")
    public RedeliveryResult redeliver(@PathParam("id") UUID id, @Valid @NotNull Redelivery wanted) {
        requireEndpoint(id);
        return new RedeliveryResult(handler.sendAgain(
                id, new WebhookDelivery.Filter(wanted.messageId(), wanted.state(), wanted.sinceAt())));
    }

    private void requireEndpoint(UUID id) {
        if (webhooks.endpoint(id).isEmpty()) {
            throw notFound().get();
        }
    }

    private static Supplier<Problem> notFound() {
        return () -> Problem.notFound("webhook-endpoint-not-found", "There is no such endpoint.");
    }
}
