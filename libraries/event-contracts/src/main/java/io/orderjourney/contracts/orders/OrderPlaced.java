package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer placed an order; the journey begins. The journey id is the id of the order.
 *
 * @param orderNumber the number people use, unique per shop
 * @param customerId whose order; contact data travels apart, on {@code customers}
 * @param language BCP 47 language of the customer
 * @param pickupPoint code of the counter where the goods will be handed over, or of the warehouse that sends them
 * @param pickupOffer the pickup day the customer chose at checkout; absent if none was offered
 * @param placedAt business time
 * @param deliveryMethod absent for PICKUP; the address of a delivery is contact data and travels on {@code customers}
 * @param inParts whether the customer wishes to collect what is there before the rest; absent for no
 */
public record OrderPlaced(
        String orderNumber,
        UUID customerId,
        String language,
        PaymentMethod payment,
        String pickupPoint,
        List<OrderLine> lines,
        Money total,
        @Nullable PickupOffer pickupOffer,
        Instant placedAt,
        @Nullable DeliveryMethod deliveryMethod,
        @Nullable Boolean inParts) {

    /** An order that the customer collects. */
    public OrderPlaced(
            String orderNumber,
            UUID customerId,
            String language,
            PaymentMethod payment,
            String pickupPoint,
            List<OrderLine> lines,
            Money total,
            @Nullable PickupOffer pickupOffer,
            Instant placedAt) {
        this(orderNumber, customerId, language, payment, pickupPoint, lines, total, pickupOffer, placedAt, null);
    }

    /** An order without a wish for parts. */
    public OrderPlaced(
            String orderNumber,
            UUID customerId,
            String language,
            PaymentMethod payment,
            String pickupPoint,
            List<OrderLine> lines,
            Money total,
            @Nullable PickupOffer pickupOffer,
            Instant placedAt,
            @Nullable DeliveryMethod deliveryMethod) {
        this(
                orderNumber,
                customerId,
                language,
                payment,
                pickupPoint,
                lines,
                total,
                pickupOffer,
                placedAt,
                deliveryMethod,
                null);
    }

    /** Whether some goods are to be handed over before the others are there. */
    public boolean wishesParts() {
        return Boolean.TRUE.equals(inParts);
    }

    /** Whether a courier brings the goods. */
    public boolean byCourier() {
        return deliveryMethod == DeliveryMethod.COURIER;
    }
}
