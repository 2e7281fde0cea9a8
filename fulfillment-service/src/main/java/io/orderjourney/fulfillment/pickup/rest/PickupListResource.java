package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.contacts.Contact;
import io.orderjourney.fulfillment.contacts.Contacts;
import io.orderjourney.fulfillment.pickup.PartsPolicy;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.fulfillment.supply.GoodsParts;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finds pickups: by the number that people say, or those that a pickup point still has. */
@Path("/api/v1/pickups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pickups")
public class PickupListResource {

    private final Pickups pickups;
    private final Reservations reservations;
    private final Contacts contacts;
    private final CurrentTerms terms;
    private final Caller caller;

    PickupListResource(
            Pickups pickups, Reservations reservations, Contacts contacts, CurrentTerms terms, Caller caller) {
        this.pickups = pickups;
        this.reservations = reservations;
        this.contacts = contacts;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * A pickup at a glance.
     *
     * @param ready every gate is open
     * @param closedGates what keeps the goods at the counter
     * @param customerNotified the customer was notified that they can come, and it is still true
     * @param amountDue what the customer pays at the counter; absent for nothing
     * @param customer for the counter alone, to compare with a document; absent once the customer was erased
     */
    public record PickupSummary(
            UUID journeyId,
            String orderNumber,
            String pickupPoint,
            PaymentMethod payment,
            OffsetDateTime placedAt,
            boolean ready,
            List<Gate> closedGates,
            boolean customerNotified,
            @Nullable Money amountDue,
            @Nullable CustomerView customer,
            @Nullable OffsetDateTime handedOverAt,
            long version) {

        /** Whom the goods are for. */
        public record CustomerView(String name, @Nullable String phone) {}

        static PickupSummary of(Pickup pickup, GoodsParts goods, @Nullable Contact customer, ZoneId zone) {
            return new PickupSummary(
                    pickup.orderId(),
                    pickup.orderNumber(),
                    pickup.board().pickupPoint(),
                    pickup.payment(),
                    pickup.placedAt().atZone(zone).toOffsetDateTime(),
                    pickup.board().isReady(),
                    pickup.board().closedGates(),
                    pickup.isNotified(),
                    PartsPolicy.amountDue(pickup, goods),
                    customer == null ? null : new CustomerView(customer.name(), customer.phone()),
                    pickup.handedOverAt() == null
                            ? null
                            : pickup.handedOverAt().atZone(zone).toOffsetDateTime(),
                    pickup.version());
        }
    }

    @GET
    @RolesAllowed({Roles.PICKUP_POINT, Roles.WAREHOUSE, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "listPickups",
            summary = "List pickups",
            description =
                    "With orderNumber: that order, whatever its state. With pickupPoint: its open orders, the oldest first.")
    public Page<PickupSummary> list(
            @QueryParam("orderNumber") @Nullable @Pattern(regexp = Identifiers.ORDER_NUMBER) String orderNumber,
            @QueryParam("pickupPoint") @Nullable @Pattern(regexp = Codes.PICKUP_POINT) String pickupPoint,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (orderNumber != null) {
            List<UUID> found = pickups.ofNumber(orderNumber).stream().toList();
            return new Page<>(summaries(pickups.of(found)), null);
        }
        if (pickupPoint == null) {
            throw Problem.invalidParameter("pickupPoint", "The code of a pickup point, or an orderNumber instead.");
        }
        PageRequest page = PageRequest.of("pickups?pickupPoint=" + pickupPoint, limit, cursor);
        Page<Pickup> found = Page.of(
                pickups.page(
                        pickupPoint,
                        page.after().map(place -> new Pickups.Place(place.instant(0), place.uuid(1))),
                        page.rowsWanted()),
                page,
                pickup -> Cursor.of(pickup.placedAt(), pickup.orderId()));
        return new Page<>(summaries(found.items()), found.next());
    }

    private List<PickupSummary> summaries(List<Pickup> found) {
        Map<UUID, Contact> customers = caller.has(Roles.PICKUP_POINT)
                ? contacts.of(found.stream().map(Pickup::customerId).toList())
                : Map.of();
        Map<UUID, Reservation> goods =
                reservations.of(found.stream().map(Pickup::orderId).toList());
        ZoneId zone = terms.get().zone();
        return found.stream()
                .map(pickup -> PickupSummary.of(
                        pickup,
                        Objects.requireNonNull(goods.get(pickup.orderId()))
                                .supply()
                                .parts(),
                        customers.get(pickup.customerId()),
                        zone))
                .toList();
    }
}
