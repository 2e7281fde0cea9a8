package io.orderjourney.journeytests.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody will place.
 *
 * @param reference the storefront's number of it
 * @param email absent for whoever can only be reached by SMS
 * @param phone absent for whoever can only be reached by e-mail
 * @param asksForDay whether a pickup day is asked for at checkout
 */
record PlannedOrder(
        String reference,
        Instant placeAt,
        boolean credit,
        String pickupPoint,
        String sku,
        int quantity,
        String language,
        @Nullable String email,
        @Nullable String phone,
        boolean asksForDay) {

    private static final long UNIT_PRICE_MINOR = 89_900;

    String payment() {
        return credit ? "CREDIT" : "ON_PICKUP";
    }

    /** The order as the storefront sends it; {@code offer} is the pickup day that was accepted, null without one. */
    String body(@Nullable String offer) {
        String contact = (email == null ? "" : ",\"email\":\"" + email + "\"")
                + (phone == null ? "" : ",\"phone\":\"" + phone + "\"");
        return """
                {"orderNumber":"%s","customer":{"name":"Customer %s","language":"%s"%s},
                 "payment":"%s","pickupPoint":"%s",
                 "lines":[{"sku":"%s","name":"%s","quantity":%d,
                           "unitPrice":{"amountMinor":%d,"currency":"PLN"}}],
                 "total":{"amountMinor":%d,"currency":"PLN"}%s}
                """.formatted(
                        reference,
                        reference,
                        language,
                        contact,
                        payment(),
                        pickupPoint,
                        sku,
                        sku,
                        quantity,
                        UNIT_PRICE_MINOR,
                        UNIT_PRICE_MINOR * quantity,
                        offer == null ? "" : ",\"pickupOffer\":\"" + offer + "\"");
    }
}
