package io.orderjourney.order.orders;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jan orders a phone and two cases for it. */
final class JansOrder {

    static final Instant NOON = Instant.parse("2026-01-12T11:00:00Z");

    private JansOrder() {}

    static OrderLine line(int quantity, long priceMinor) {
        return new OrderLine("PHN-NOVA-X5", "Telefon Nova X5", quantity, new Money(priceMinor, "PLN"));
    }

    static Order order(String number) {
        return order(number, PaymentMethod.CREDIT, DeliveryMethod.PICKUP, null);
    }

    /** Paid before, and so confirmed. */
    static Order byCourier(String number) {
        return order(number, PaymentMethod.PREPAID, DeliveryMethod.COURIER, NOON);
    }

    private static Order order(
            String number, PaymentMethod payment, DeliveryMethod method, @Nullable Instant confirmedAt) {
        return new Order(
                UUID.randomUUID(),
                number,
                UUID.randomUUID(),
                "pl",
                payment,
                method,
                "WAW-CENTRUM",
                List.of(line(1, 249_900), line(2, 3_950)),
                new Money(257_800, "PLN"),
                null,
                NOON,
                0,
                0,
                confirmedAt == null ? null : "payment",
                confirmedAt,
                null,
                Progress.NONE,
                null,
                1);
    }
}
