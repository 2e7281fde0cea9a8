package io.orderjourney.order.orders.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.orders.AwaitedCall;
import io.orderjourney.order.orders.AwaitedCalls;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderUnknown;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.usecase.PlaceOrderHandler;
import io.orderjourney.order.orders.usecase.PlacedOrder;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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

/** Orders: the storefront places them, SALES and customer care look them up. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderResource {

    private static final int REFERENCE_LENGTH_MAX = 40;

    private final PlaceOrderHandler placing;
    private final Orders orders;
    private final AwaitedCalls calls;
    private final Customers customers;
    private final CurrentTerms terms;
    private final Caller caller;
    private final TimeBasedEpochGenerator customerIds = Generators.timeBasedEpochGenerator();

    OrderResource(
            PlaceOrderHandler placing,
            Orders orders,
            AwaitedCalls calls,
            Customers customers,
            CurrentTerms terms,
            Caller caller) {
        this.placing = placing;
        this.orders = orders;
        this.calls = calls;
        this.customers = customers;
        this.terms = terms;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Roles.STOREFRONT)
    @Operation(
            summary = "Place an order",
            description =
                    "Answers with the promises made at once, in the words that the customer is told. A pickup offer"
                            + " that was accepted becomes a promise of the pickup point a moment later; without one the customer"
                            + " is promised the next update.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrderRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A telephone on credit",
                                            value = OrderExamples.PLACE_REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "The order was taken",
            content =
                    @Content(
                            schema = @Schema(implementation = PlacedOrderView.class),
                            examples = @ExampleObject(name = "Its promises", value = OrderExamples.PLACE_ANSWER)))
    public RestResponse<PlacedOrderView> place(@Valid @NotNull OrderRequest request) {
        PlacedOrder placed = placing.place(request.toWish(customerIds.generate(), caller.actor()));
        ZoneId zone = terms.get().zone();
        Order order = placed.order();
        PlacedOrderView view = new PlacedOrderView(
                view(order),
                placed.promises().stream()
                        .map(promise -> PromiseView.of(promise, zone))
                        .toList());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/v1/orders/" + order.id()))
                .header(HttpHeaders.ETAG, Versions.etag(order.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(summary = "One order")
    public RestResponse<OrderView> show(@PathParam("id") UUID id) {
        return answer(orders.find(id).orElseThrow(() -> new OrderUnknown(id)));
    }

    @GET
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            summary = "Find orders",
            description = "Either the order with a number (a list of one, or an empty one), or with desk-queue SALES'"
                    + " queue: the orders that wait for their confirmation call, what is due next first.")
    public Page<ListedOrder> list(
            @QueryParam("reference") @Schema(examples = "A-100042") @Nullable String reference,
            @QueryParam("desk-queue") @Schema(description = "Its presence counts, not its value") @Nullable
                    String deskQueue,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo address) {
        // A parameter without a value reads as absent; here its name is all that counts.
        boolean queueWanted = deskQueue != null || address.getQueryParameters().containsKey("desk-queue");
        if (queueWanted && reference == null) {
            return queue(PageRequest.of("orders?desk-queue", limit, cursor));
        }
        if (reference == null || reference.length() > REFERENCE_LENGTH_MAX || queueWanted) {
            throw Problem.invalidParameter("reference", "Name an order's number, or ask for the desk-queue.");
        }
        return new Page<>(
                orders.findByNumber(reference).stream()
                        .map(order -> new ListedOrder(view(order), order.version(), null))
                        .toList(),
                null);
    }

    private Page<ListedOrder> queue(PageRequest page) {
        Optional<AwaitedCalls.Place> place =
                page.after().map(last -> new AwaitedCalls.Place(last.instant(0), last.uuid(1)));
        ZoneId zone = terms.get().zone();
        List<AwaitedCall> next = calls.after(place, page.rowsWanted());
        Map<UUID, Customer> known =
                customers
                        .of(next.stream().map(call -> call.order().customerId()).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Customer::id, Function.identity()));
        return Page.of(next, page, call -> Cursor.of(call.dueAt(), call.promiseId()))
                .map(call -> new ListedOrder(
                        OrderView.of(
                                call.order(),
                                Optional.ofNullable(known.get(call.order().customerId())),
                                zone),
                        call.order().version(),
                        call.dueAt().atZone(zone).toOffsetDateTime()));
    }

    private RestResponse<OrderView> answer(Order order) {
        return RestResponse.ResponseBuilder.ok(view(order))
                .header(HttpHeaders.ETAG, Versions.etag(order.version()))
                .build();
    }

    private OrderView view(Order order) {
        return OrderView.of(
                order, customers.find(order.customerId()), terms.get().zone());
    }
}
