package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as SALES and the storefront read it; times carry the offset of the shop's zone. */
@Schema(description = "An order; its id is also the id of the journey, the ETag header is its version")
record OrderView(
        UUID id,
        @Schema(examples = "A-100042") String orderNumber,
        OrderState state,
        UUID customerId,

        @Nullable @Schema(description = "Absent if the customer was erased")
        Contact customer,

        PaymentMethod payment,
        @Schema(examples = "WAW-CENTRUM") String pickupPoint,
        List<OrderLine> lines,
        Money total,
        @Nullable Offer pickupOffer,
        OffsetDateTime placedAt,

        @Schema(description = "Confirmation calls made so far")
        int callAttempts,

        @Nullable String confirmedBy,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable OffsetDateTime completedAt) {

    /** Whom to call. */
    @Schema(name = "OrderContact")
    record Contact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language,
            Channel preferredChannel,
            @Nullable String timeZone) {

        private static Contact of(CustomerContact contact) {
            return new Contact(
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    contact.language(),
                    contact.preferredChannel(),
                    contact.timeZone());
        }
    }

    /** The pickup day that the customer chose at checkout. */
    @Schema(name = "AcceptedOffer")
    record Offer(UUID offerId, OffsetDateTime readyBy, Precision precision) {}

    static OrderView of(Order order, Optional<Customer> customer, ZoneId zone) {
        PickupOffer offer = order.pickupOffer();
        return new OrderView(
                order.id(),
                order.number(),
                order.state(),
                order.customerId(),
                customer.map(known -> Contact.of(known.contact())).orElse(null),
                order.payment(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                offer == null ? null : new Offer(offer.offerId(), local(offer.readyBy(), zone), offer.precision()),
                local(order.placedAt(), zone),
                order.callAttempts(),
                order.confirmedBy(),
                localOrNull(order.confirmedAt(), zone),
                localOrNull(order.completedAt(), zone));
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime localOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : local(at, zone);
    }
}
