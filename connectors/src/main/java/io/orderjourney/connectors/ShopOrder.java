package io.orderjourney.connectors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as every platform has it, and as order-service takes it.
 *
 * @param reference the platform's own id of the order, with which a date is given back
 * @param phone E.164, or null if none can be made of what the customer typed
 * @param language BCP 47
 * @param payment {@code PREPAID} if the money is there, {@code ON_PICKUP} if it is paid at the counter, {@code CREDIT} on credit
 * @param address where a courier brings it; null if the customer collects it
 */
record ShopOrder(
        String reference,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String language,
        String payment,
        @Nullable Address address,
        String currency,
        List<Line> lines) {

    /** Where a courier brings it. */
    record Address(String street, String postalCode, String city, String country) {}

    /** @param unitPriceMinor what the customer pays for one piece, with taxes and after discounts, in minor units */
    record Line(String sku, String name, int quantity, long unitPriceMinor) {}

    /** The sum of the goods. What the platform takes for sending them is no promise of ours. */
    long totalMinor() {
        return lines.stream()
                .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                .sum();
    }
}
