package io.orderjourney.replay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which column of a file holds what. A name is compared without case, blanks and signs. */
final class Columns {

    /** What is read from a file, with the names by which others call it, the likeliest first. */
    enum Field {
        ID("order_id", "id", "order", "order_number", "order_no"),
        APPROVED(
                "order_approved_at",
                "approved_at",
                "approval",
                "approved",
                "payment_approved_at",
                "paid_at",
                "confirmed_at"),
        HANDED_OVER(
                "order_delivered_carrier_date",
                "handed_over_at",
                "shipped_at",
                "shipping_date",
                "dispatched_at",
                "carrier_at",
                "hand_over"),
        DELIVERED(
                "order_delivered_customer_date",
                "delivered_at",
                "delivered",
                "delivery",
                "delivery_date",
                "delivered_on",
                "actual_delivery"),
        PROMISED(
                "order_estimated_delivery_date",
                "promised_at",
                "promised_on",
                "promised",
                "promised_day",
                "promised_date",
                "promise",
                "estimated_delivery",
                "estimated_delivery_date",
                "due_at",
                "due",
                "due_date");

        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    /** Written instead of a column's name: the file is read as if it had no such column. */
    static final String NONE = "none";

    private final Map<Field, Integer> places = new TreeMap<>();

    private Columns() {}

    /**
     * @param wanted names given by the caller; fields that are absent here are guessed
     * @throws IllegalArgumentException if a named column does not exist, or one that must is not found
     */
    static Columns of(List<String> header, Map<Field, String> wanted) {
        Columns columns = new Columns();
        for (Field field : Field.values()) {
            String name = wanted.get(field);
            int place = name == null ? guess(header, field) : placeOf(header, name);
            if (name != null && place < 0 && !name.equals(NONE)) {
                throw new IllegalArgumentException("The file has no column \"" + name + "\"; it has " + header);
            }
            if (place >= 0) {
                columns.places.put(field, place);
            }
        }
        for (Field needed : List.of(Field.APPROVED, Field.PROMISED, Field.DELIVERED)) {
            if (!columns.places.containsKey(needed)) {
                throw new IllegalArgumentException("No column looks like " + lower(needed) + " among " + header
                        + "; name it with --column " + lower(needed) + "=NAME");
            }
        }
        return columns;
    }

    private static int guess(List<String> header, Field field) {
        return field.names.stream()
                .mapToInt(name -> placeOf(header, name))
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int placeOf(List<String> header, String name) {
        return header.stream().map(Columns::plain).toList().indexOf(plain(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String lower(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the row says of the field; empty if it says nothing. */
    Optional<String> in(List<String> row, Field field) {
        Integer place = places.get(field);
        return place == null || place >= row.size()
                ? Optional.empty()
                : Optional.of(row.get(place).strip()).filter(value -> !value.isEmpty());
    }

    /** For the report: which column was taken for what. */
    String describe(List<String> header) {
        StringBuilder text = new StringBuilder();
        places.forEach((field, place) -> text.append(text.isEmpty() ? "" : ", ")
                .append(lower(field))
                .append(" = ")
                .append(header.get(place)));
        return text.toString();
    }
}
