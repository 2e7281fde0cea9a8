package io.orderjourney.notification.ledger;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a journey besides its promises.
 *
 * @param orderNumber the number people use: of the order, or of the inquiry
 * @param payment absent for an inquiry
 * @param pickupPoint absent for an inquiry
 * @param byCourier whether the goods are brought to the customer, and not collected at the pickup point
 * @param goods what was ordered, or asked about; empty for an order of before this was kept
 * @param total what it costs; absent for an order of before this was kept
 * @param cancellationTaskId the desk task by which the customer's wish to cancel is settled; absent if they do not wish to
 * @param closedAt when it ended; absent while it is open
 * @param end how it ended; absent while it is open
 */
public record Journey(
        UUID id,
        String orderNumber,
        UUID customerId,
        String language,
        @Nullable PaymentMethod payment,
        @Nullable String pickupPoint,
        boolean byCourier,
        Instant openedAt,
        List<OrderLine> goods,
        @Nullable Money total,
        @Nullable UUID cancellationTaskId,
        @Nullable Instant closedAt,
        @Nullable JourneyEnd end) {

    /** Whether the customer asked something, and ordered nothing in it. */
    public boolean isInquiry() {
        return pickupPoint == null;
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
