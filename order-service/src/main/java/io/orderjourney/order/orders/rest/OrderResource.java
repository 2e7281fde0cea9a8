package io.orderjourney.order.orders.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.TraceSource;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.orders.ConfirmationCall;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.usecase.LogConfirmationCallHandler;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.CurrentKey;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
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
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders: the storefront places them, SALES and customer care look them up, SALES logs confirmation calls. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderResource {

    private final OrderIntake intake;
    private final CurrentKey key;
    private final TraceSource traces;
    private final LogConfirmationCallHandler logCall;
    private final Orders orders;
    private final Customers customers;
    private final CurrentTerms terms;
    private final OrderViews views;
    private final Caller caller;
    private final TimeBasedEpochGenerator customerIds = Generators.timeBasedEpochGenerator();

    OrderResource(
            OrderIntake intake,
            CurrentKey key,
            TraceSource traces,
            LogConfirmationCallHandler logCall,
            Orders orders,
            Customers customers,
            CurrentTerms terms,
            OrderViews views,
            Caller caller) {
        this.intake = intake;
        this.key = key;
        this.traces = traces;
        this.logCall = logCall;
        this.orders = orders;
        this.customers = customers;
        this.terms = terms;
        this.views = views;
        this.caller = caller;
    }

    /** How a confirmation call ended. */
    @Schema(description = "How a confirmation call ended")
    record ConfirmationCallRequest(
            @NotNull CallOutcome outcome,

            @Nullable
            @Schema(
                    description = "With CALL_LATER, and only then: when the customer wants to be called back",
                    examples = "2026-01-12T17:00:00+01:00")
            OffsetDateTime callBackAt) {

        ConfirmationCall toCall() {
            return new ConfirmationCall(outcome, callBackAt == null ? null : callBackAt.toInstant());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(coalesced = true)
    @RolesAllowed(Roles.STOREFRONT)
    @Operation(
            operationId = "placeOrder",
            summary = "Place an order",
            description = "The response holds the promises made at once, in the words that the customer is told. An"
                    + " accepted pickup offer becomes a promise of the pickup point a moment later; without one the"
                    + " customer is promised the time of the next update. With a deliveryAddress instead of a pickupPoint"
                    + " the warehouse promises the dispatch and the day of the delivery a moment later.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrderRequest.class),
                            examples = {
                                @ExampleObject(name = "A phone on credit", value = OrderExamples.REQUEST),
                                @ExampleObject(name = "A phone by courier", value = OrderExamples.DELIVERY_REQUEST)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The order was placed",
            content =
                    @Content(
                            schema = @Schema(implementation = OrderView.WithPromises.class),
                            examples = @ExampleObject(name = "A phone on credit", value = OrderExamples.PLACED)))
    public Response place(@Valid @NotNull OrderRequest request) {
        PlaceOrderHandler.PlaceOrder order =
                request.toCommand(customerIds.generate(), caller.actor(), traces.traceparent());
        return intake.place(key.take(), order).toResponse();
    }

    @GET
    @Path("/{journeyId}")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "getOrder", summary = "Get an order")
    public RestResponse<OrderView> get(@PathParam("journeyId") UUID journeyId) {
        Order order = orders.get(journeyId);
        return RestResponse.ResponseBuilder.ok(views.view(order))
                .header(HttpHeaders.ETAG, Versions.etag(order.version()))
                .build();
    }

    @GET
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "listOrders",
            summary = "List orders",
            description = "Either the order with a number (a list of one, or an empty one), or the queue of SALES: the"
                    + " orders that wait for their confirmation call, what is due next first.")
    public Page<OrderView> list(
            @QueryParam("orderNumber") @Schema(examples = "A-100042") @Nullable String orderNumber,
            @QueryParam("queue") @Schema(enumeration = "sales") @Nullable String queue,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if ((orderNumber == null) == (queue == null)) {
            throw Problem.invalidParameter("queue", "Give either orderNumber or queue=sales.");
        }
        if (orderNumber != null) {
            return new Page<>(
                    orders.findByNumber(orderNumber).stream().map(views::view).toList(), null);
        }
        if (!"sales".equals(queue)) {
            throw Problem.invalidParameter("queue", "The queue of this service is: sales.");
        }
        if (!caller.has(Roles.SALES) && !caller.has(Roles.CUSTOMER_CARE) && !caller.has(Roles.MANAGEMENT)) {
            // It names every customer whom nobody has called yet.
            throw Problem.forbidden("The queue is for the desks; a storefront asks for an order by its number.");
        }
        return queue(PageRequest.of("orders?queue=sales", limit, cursor));
    }

    private Page<OrderView> queue(PageRequest page) {
        Optional<Orders.QueuePosition> after =
                page.after().map(last -> new Orders.QueuePosition(last.instant(0), last.uuid(1)));
        ZoneId zone = terms.get().zone();
        List<Orders.AwaitingCall> calls =
                orders.awaitingCall(Desk.SALES, PromiseKind.CONFIRMATION_CALL, after, page.rowsWanted());
        Map<UUID, Customer> known =
                customers
                        .of(calls.stream()
                                .map(call -> call.order().customerId())
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        return Page.of(calls, page, call -> Cursor.of(call.dueAt(), call.promiseId()))
                .map(call -> OrderView.of(
                        call.order(), Optional.ofNullable(known.get(call.order().customerId())), call.dueAt(), zone));
    }

    /** The version in If-Match makes a repeat harmless, so no key is needed. */
    @POST
    @Path("/{journeyId}/confirmation-calls")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SALES)
    @Operation(
            operationId = "logConfirmationCall",
            summary = "Log a confirmation call",
            description = "REACHED confirms the order and keeps the promised call. NO_ANSWER counts the attempt and"
                    + " the promise stays; the third in a row leaves it to the customer to be reached, and at the shop's"
                    + " limit the journey ends. CALL_LATER promises the call for the quarter of an hour before and after the"
                    + " customer's time, if SALES can keep it; otherwise promise-refused names the next possible time.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ConfirmationCallRequest.class),
                            examples = {
                                @ExampleObject(name = "Reached", value = OrderExamples.REACHED),
                                @ExampleObject(name = "Call later", value = OrderExamples.CALL_LATER)
                            }))
    public RestResponse<OrderView.WithPromises> logCall(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ConfirmationCallRequest request) {
        return views.changed(logCall.log(
                journeyId, request.toCall(), version -> Versions.requireMatch(ifMatch, version), caller.actor()));
    }
}
