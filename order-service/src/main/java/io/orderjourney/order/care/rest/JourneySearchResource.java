package io.orderjourney.order.care.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.care.usecase.FindJourneys;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.rest.ContactView;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderState;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The search of the desks that talk to customers: a caller says a name or a number, and no id. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class JourneySearchResource {

    private static final int TYPED_LENGTH_MAX = 200;

    private final FindJourneys journeys;
    private final CurrentTerms terms;

    JourneySearchResource(FindJourneys journeys, CurrentTerms terms) {
        this.journeys = journeys;
        this.terms = terms;
    }

    /** What was found. */
    @Schema(description = "What was found: open journeys first, then the newest")
    record FoundJourneys(
            @Schema(description = "At most 50; if there are so many, search for more letters")
            List<FoundJourney> items) {}

    /** One journey that was found. */
    record FoundJourney(
            UUID journeyId,
            @Schema(examples = "A-100042") String orderNumber,
            OrderState state,

            @Nullable @Schema(description = "Absent if the customer was erased")
            ContactView customer,

            PaymentMethod payment,
            String pickupPoint,
            List<OrderLine> lines,
            Money total,
            OffsetDateTime placedAt,

            @Nullable @Schema(description = "What the shop owes first; absent if it owes nothing at the moment")
            NextPromise nextPromise) {

        /** What the shop owes first. */
        @Schema(name = "NextPromise")
        record NextPromise(
                PromiseKind kind,
                Desk desk,

                @Schema(description = "What the customer was told, in their language")
                String told,

                OffsetDateTime dueAt) {}
    }

    @GET
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "findJourneys",
            summary = "Find journeys by name, phone, mail or order number",
            description =
                    "By the beginning of a name (any of its words first) or of a mail address, the last digits of a"
                            + " phone number (four or more), or an order's number or its end. Anything shorter than three"
                            + " characters finds nothing.")
    public FoundJourneys find(
            @QueryParam("query") @Schema(examples = {"kowalski", "234567", "A-100042"}) @Nullable String query) {
        if (query == null || query.isBlank() || query.length() > TYPED_LENGTH_MAX) {
            throw Problem.invalidParameter("query", "1 to 200 characters of a name, phone, mail or order number.");
        }
        ZoneId zone = terms.get().zone();
        return new FoundJourneys(
                journeys.by(query).stream().map(found -> view(found, zone)).toList());
    }

    private static FoundJourney view(FindJourneys.Found found, ZoneId zone) {
        Order order = found.order();
        Customer customer = found.customer();
        return new FoundJourney(
                order.journeyId(),
                order.number(),
                order.state(),
                customer == null ? null : ContactView.of(customer.contact()),
                order.payment(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                order.placedAt().atZone(zone).toOffsetDateTime(),
                view(found.next(), zone));
    }

    private static FoundJourney.@Nullable NextPromise view(@Nullable Promise next, ZoneId zone) {
        return next == null
                ? null
                : new FoundJourney.NextPromise(
                        next.kind(),
                        next.desk(),
                        next.told(),
                        next.dueAt().atZone(zone).toOffsetDateTime());
    }
}
