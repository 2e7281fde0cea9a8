package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Jan", "Maja", "Piotr", "Zofia", "Marek", "Ewa", "Luka", "Nina", "Ivan", "Olga", "Adam", "Vera",
            "Tomasz", "Irena", "Sergej", "Julia");

    private static final List<String> LAST_NAMES = List.of(
            "Nowak", "Zupan", "Kovač", "Wróbel", "Sokol", "Mazur", "Orel", "Baran", "Novak", "Lis", "Jagoda", "Bober",
            "Zima", "Skala", "Vrba", "Malina", "Gaber", "Jelen", "Kos");

    /** A name as people have one; the same order always has the same. */
    private String name() {
        int number = Math.floorMod(reference.hashCode(), FIRST_NAMES.size() * LAST_NAMES.size());
        return FIRST_NAMES.get(number % FIRST_NAMES.size()) + " " + LAST_NAMES.get(number / FIRST_NAMES.size());
    }

    /** Phone S5 for PHONE-S5. */
    private String item() {
        String words = sku.replace('-', ' ');
        return words.charAt(0)
                + words.substring(1, words.indexOf(' ')).toLowerCase(Locale.ROOT)
                + words.substring(words.indexOf(' '));
    }

    String payment() {
        return credit ? "CREDIT" : "ON_PICKUP";
    }

    /** The order as the storefront sends it; {@code offer} is the pickup day that was accepted, null without one. */
    String body(@Nullable String offer) {
        String contact = (email == null ? "" : ",\"email\":\"" + email + "\"")
                + (phone == null ? "" : ",\"phone\":\"" + phone + "\"");
        return """
                {"orderNumber":"%s","customer":{"name":"%s","language":"%s"%s},
                 "payment":"%s","pickupPoint":"%s",
                 "lines":[{"sku":"%s","name":"%s","quantity":%d,
                           "unitPrice":{"amountMinor":%d,"currency":"PLN"}}],
                 "total":{"amountMinor":%d,"currency":"PLN"}%s}
                """.formatted(
                        reference,
                        name(),
                        language,
                        contact,
                        payment(),
                        pickupPoint,
                        sku,
                        item(),
                        quantity,
                        UNIT_PRICE_MINOR,
                        UNIT_PRICE_MINOR * quantity,
                        offer == null ? "" : ",\"pickupOffer\":\"" + offer + "\"");
    }
}
