package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.order.orders.LinesPolicy;
import io.orderjourney.order.orders.usecase.ChangeOrderHandler;
import io.orderjourney.order.orders.usecase.ConfirmByCustomerHandler;
import io.orderjourney.order.orders.usecase.CreditChoiceHandler;
import io.orderjourney.order.orders.usecase.EndJourneyHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What may change about an order before the goods are handed over: it is confirmed, changed, cancelled, or paid in another way. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderChangesResource {

    private final EndJourneyHandler endJourney;
    private final CreditChoiceHandler creditChoice;
    private final ConfirmByCustomerHandler confirmation;
    private final ChangeOrderHandler changeOrder;
    private final OrderViews views;
    private final Caller caller;

    OrderChangesResource(
            EndJourneyHandler endJourney,
            CreditChoiceHandler creditChoice,
            ConfirmByCustomerHandler confirmation,
            ChangeOrderHandler changeOrder,
            OrderViews views,
            Caller caller) {
        this.endJourney = endJourney;
        this.creditChoice = creditChoice;
        this.confirmation = confirmation;
        this.changeOrder = changeOrder;
        this.views = views;
        this.caller = caller;
    }

    /** Who gives an order up. */
    enum CancelledBy {
        CUSTOMER(JourneyEnd.CANCELLED_BY_CUSTOMER),
        SHOP(JourneyEnd.CANCELLED_BY_SHOP);

        private final JourneyEnd end;

        CancelledBy(JourneyEnd end) {
            this.end = end;
        }
    }

    /** An order is given up. */
    @Schema(description = "An order is given up")
    record CancellationRequest(
            @NotNull @Schema(description = "Whose wish it is; a storefront cancels for the customer only")
            CancelledBy by,

            @Nullable
            @Size(max = 500)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(description = "Why, for the shop only", examples = "Found it elsewhere")
            String reason) {}

    /** An order is paid in another way. */
    @Schema(description = "An order is paid in another way")
    record PaymentRequest(
            @NotNull
            @Schema(description = "ON_PICKUP, or CREDIT if the bank lends a part and the rest is paid at the counter")
            PaymentMethod payment) {}

    /** An order has other lines. */
    @Schema(description = "Other quantities of some articles of an order; articles that are not named stay as they are")
    record LinesRequest(
            @NotEmpty @Size(max = 200) List<@NotNull @Valid LineRequest> lines,

            @NotNull @Schema(description = "What the customer was shown that the whole order costs then")
            Money total) {}

    /** How many pieces of one article are wanted from now on. */
    @Schema(name = "ChangedLine")
    record LineRequest(
            @NotNull
            @Pattern(regexp = Identifiers.SKU, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "PHN-NOVA-X5-256-BLK")
            String sku,

            @NotNull @Min(0) @Max(10_000) @Schema(description = "0 for none any more", examples = "2")
            Integer quantity,

            @Nullable
            @Size(min = 1, max = 200)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(description = "Of an article that the order does not have yet")
            String name,

            @Nullable @Schema(description = "Of an article that the order does not have yet; the others keep theirs")
            Money unitPrice) {

        LinesPolicy.Wanted toWanted() {
            return new LinesPolicy.Wanted(sku, quantity, name, unitPrice);
        }
    }

    @POST
    @Path("/{journeyId}/changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "changeOrder",
            summary = "Change what is ordered",
            description =
                    "On the customer's wish: more or fewer pieces, another article, one less. What is not needed any"
                            + " more is free at once, what is added queues as a new order would, and the customer is told"
                            + " once what changed, what it costs and by when. Refused, naming why, once goods left the shop or the"
                            + " agreement is signed; a sum above what the bank was asked for, or what was paid before; and more goods"
                            + " for an order that is ready.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LinesRequest.class),
                            examples = @ExampleObject(name = "Two cases", value = OrderExamples.CHANGED_LINES)))
    public RestResponse<OrderView.WithPromises> change(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull LinesRequest request) {
        return views.changed(changeOrder.change(
                journeyId,
                request.lines().stream().map(LineRequest::toWanted).toList(),
                request.total(),
                version -> Versions.requireMatch(ifMatch, version),
                caller.actor()));
    }

    @POST
    @Path("/{journeyId}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CUSTOMER_CARE,
        Roles.PICKUP_POINT,
        Roles.CREDIT,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order",
            description =
                    "At every stage before the hand-over. The journey ends: what was promised is withdrawn, and the"
                            + " other services let go what they hold for it. After an end it is refused, naming the state.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CancellationRequest.class),
                            examples = @ExampleObject(name = "The customer", value = OrderExamples.CANCELLATION)))
    public RestResponse<OrderView.WithPromises> cancel(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CancellationRequest request) {
        if (request.by() == CancelledBy.SHOP && caller.has(Roles.STOREFRONT)) {
            throw Problem.forbidden("A storefront cancels for the customer only");
        }
        return views.changed(endJourney.cancel(
                journeyId,
                request.by().end,
                request.reason(),
                version -> Versions.requireMatch(ifMatch, version),
                caller.actor()));
    }

    /** The version in If-Match makes a repeat harmless, so no key is needed. */
    @POST
    @Path("/{journeyId}/confirmation")
    @RolesAllowed(Roles.STOREFRONT)
    @Operation(
            operationId = "confirmOrder",
            summary = "Confirm an order for its customer",
            description =
                    "The customer says yes in the storefront. A customer who gave no phone number can only confirm"
                            + " so, or by answering the message that asks them to; until then the journey waits for them.")
    public RestResponse<OrderView.WithPromises> confirm(
            @PathParam("journeyId") UUID journeyId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return views.changed(confirmation.confirm(journeyId, version -> Versions.requireMatch(ifMatch, version)));
    }

    /** The version in If-Match makes a repeat harmless, so no key is needed. */
    @PUT
    @Path("/{journeyId}/payment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CUSTOMER_CARE,
        Roles.PICKUP_POINT,
        Roles.CREDIT,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "changePayment",
            summary = "Change how an order is paid",
            description = "An order on credit is paid at the counter instead, e.g. because the bank refused. The goods"
                    + " that were kept for the customer's choice are theirs, and pickup is promised again. If the bank lends"
                    + " only a part, CREDIT takes it, and the rest is paid at the counter.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PaymentRequest.class),
                            examples = @ExampleObject(name = "At the counter", value = OrderExamples.ON_PICKUP)))
    public RestResponse<OrderView.WithPromises> changePayment(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PaymentRequest request) {
        if (request.payment() == PaymentMethod.CREDIT) {
            return views.changed(creditChoice.payRestOnPickup(
                    journeyId, version -> Versions.requireMatch(ifMatch, version), caller.actor()));
        }
        if (request.payment() != PaymentMethod.ON_PICKUP) {
            throw Problem.validation(
                    FieldError.at("/payment", "payment", "An order can change to ON_PICKUP, or stay on CREDIT."));
        }
        return views.changed(creditChoice.payOnPickup(
                journeyId, version -> Versions.requireMatch(ifMatch, version), caller.actor()));
    }
}
