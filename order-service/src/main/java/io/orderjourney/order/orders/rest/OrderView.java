package io.orderjourney.order.orders.rest;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.rest.ContactView;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderState;
import io.orderjourney.promises.rest.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as SALES and the storefront read it; times carry the offset of the shop's zone. */
@Schema(name = "Order", description = "An order; its journey has the same id")
record OrderView(
        UUID journeyId,
        @Schema(examples = "A-100042") String orderNumber,
        OrderState state,
        UUID customerId,

        @Nullable @Schema(description = "Absent if the customer was erased")
        ContactView customer,

        PaymentMethod payment,
        DeliveryMethod deliveryMethod,

        @Schema(examples = "WAW-CENTRUM", description = "For a delivery, the warehouse that sends the goods")
        String pickupPoint,

        List<OrderLine> lines,
        Money total,
        @Nullable Offer pickupOffer,
        OffsetDateTime placedAt,

        @Schema(description = "Confirmation calls made so far")
        int callAttempts,

        @Nullable
        @Schema(description = "Until when the customer was promised the confirmation call; absent once it is made")
        OffsetDateTime callDueAt,

        @Nullable String confirmedBy,
        @Nullable OffsetDateTime confirmedAt,

        @Nullable @Schema(description = "When the journey ended, as the state says; absent while it is open")
        OffsetDateTime endedAt,

        @Schema(description = "For If-Match: version 7 is \"v7\"")
        long version) {

    /** The pickup day that the customer chose at checkout. */
    @Schema(name = "AcceptedOffer")
    record Offer(UUID offerId, OffsetDateTime dueAt, Precision precision) {}

    /** An order after something was done with it. */
    @Schema(name = "OrderWithPromises", description = "The order, and what this service promises about it")
    record WithPromises(OrderView order, List<PromiseView> promises) {}

    static OrderView of(Order order, Optional<Customer> customer, @Nullable Instant callDueAt, ZoneId zone) {
        PickupOffer offer = order.pickupOffer();
        JourneyEnded ended = order.ended();
        return new OrderView(
                order.journeyId(),
                order.number(),
                order.state(),
                order.customerId(),
                customer.map(known -> ContactView.of(known.contact())).orElse(null),
                order.payment(),
                order.deliveryMethod(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                offer == null ? null : new Offer(offer.offerId(), local(offer.readyBy(), zone), offer.precision()),
                local(order.placedAt(), zone),
                order.callAttempts(),
                localOrNull(callDueAt, zone),
                order.confirmedBy(),
                localOrNull(order.confirmedAt(), zone),
                localOrNull(ended == null ? null : ended.endedAt(), zone),
                order.version());
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime localOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : local(at, zone);
    }
}
