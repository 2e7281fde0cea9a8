package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the platforms write in different fields, and in the same ways. */
final class Reading {

    private static final int SKU_MAX = 64;

    private Reading() {}

    /** Null for an absent or blank text. */
    static @Nullable String text(JsonNode field) {
        String text = field.isNull() ? "" : field.asText("").strip();
        return text.isEmpty() ? null : text;
    }

    static String text(JsonNode field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    static String joined(JsonNode... fields) {
        return Stream.of(fields)
                .map(field -> text(field, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * What one piece costs: the amount of a line in minor units, divided and rounded.
     *
     * @param amount in major units, such as {@code 2499.00}, as text or number
     * @throws IllegalArgumentException for what is no amount
     */
    static long minorOfOne(BigDecimal amount, int quantity, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return amount.movePointRight(digits)
                .divide(BigDecimal.valueOf(quantity), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static BigDecimal amount(JsonNode field) {
        return new BigDecimal(text(field, "0"));
    }

    /**
     * E.164, or null if it cannot be made.
     *
     * @param callingCode of the shop's country, for numbers without one
     */
    static @Nullable String phone(@Nullable String typed, String callingCode) {
        if (typed == null) {
            return null;
        }
        String digits = typed.replaceAll("[^0-9+]", "");
        String international = digits.startsWith("+")
                ? digits
                : digits.startsWith("00") ? "+" + digits.substring(2) : callingCode + digits.replaceFirst("^0", "");
        return international.matches("\\+[1-9][0-9]{6,14}") ? international : null;
    }

    /** An article number that order-service takes; what the platform allows and it does not becomes a dash. */
    static String sku(String platforms) {
        String sku = platforms.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return sku.substring(0, Math.min(sku.length(), SKU_MAX));
    }

    /** With its seconds, which platforms want and Java leaves out when there are none. */
    static String iso(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** {@code pl_PL} and {@code pl-PL} as {@code pl}. */
    static String language(@Nullable String locale, String otherwise) {
        return locale == null ? otherwise : locale.replaceFirst("[-_].*$", "").toLowerCase(Locale.ROOT);
    }

    static ShopOrder.@Nullable Address address(String street, JsonNode postalCode, JsonNode city, JsonNode country) {
        String code = text(country);
        return street.isEmpty() || code == null
                ? null
                : new ShopOrder.Address(street, text(postalCode, "-"), text(city, "-"), code);
    }
}
