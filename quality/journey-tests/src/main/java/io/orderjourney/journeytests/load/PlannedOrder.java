package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order that somebody will place.
 *
 * @param reference the storefront's number of it
 * @param course its kind, what happens to it, and how it ends
 * @param place where its goods are handed over, or sent from
 * @param lines what is ordered; the first article is on the shelf or on its way, a second one always on its way
 * @param email absent for who can only be reached by SMS
 * @param phone absent for who can only be reached by e-mail
 * @param asksForDay whether a pickup day is asked for at checkout
 */
record PlannedOrder(
        String reference,
        Instant placeAt,
        Course course,
        String place,
        List<Line> lines,
        String language,
        @Nullable String email,
        @Nullable String phone,
        boolean asksForDay) {

    static final long UNIT_PRICE_MINOR = 89_900;

    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Jan", "Maja", "Piotr", "Zofia", "Marek", "Ewa", "Luka", "Nina", "Ivan", "Olga", "Adam", "Vera",
            "Tomasz", "Irena", "Sergej", "Julia");

    private static final List<String> LAST_NAMES = List.of(
            "Nowak", "Zupan", "Kovač", "Wróbel", "Sokol", "Mazur", "Orel", "Baran", "Novak", "Lis", "Jagoda", "Bober",
            "Zima", "Skala", "Vrba", "Malina", "Gaber", "Jelen", "Kos");

    /** Pieces of one article. */
    record Line(String sku, int quantity) {

        private String json() {
            return """
                    {"sku":"%s","name":"%s","quantity":%d,"unitPrice":{"amountMinor":%d,"currency":"PLN"}}""".formatted(sku, item(sku), quantity, UNIT_PRICE_MINOR);
        }
    }

    boolean isDelivery() {
        return course.kind() == Course.Kind.DELIVERY;
    }

    /** The same order with other pieces. */
    PlannedOrder with(List<Line> changed) {
        return new PlannedOrder(reference, placeAt, course, place, changed, language, email, phone, asksForDay);
    }

    /** A name as people have one; the same order always has the same. */
    private String name() {
        int number = Math.floorMod(reference.hashCode(), FIRST_NAMES.size() * LAST_NAMES.size());
        return FIRST_NAMES.get(number % FIRST_NAMES.size()) + " " + LAST_NAMES.get(number / FIRST_NAMES.size());
    }

    /** Phone S5 for PHONE-S5. */
    static String item(String sku) {
        String words = sku.replace('-', ' ');
        return words.charAt(0)
                + words.substring(1, words.indexOf(' ')).toLowerCase(Locale.ROOT)
                + words.substring(words.indexOf(' '));
    }

    String payment() {
        return course.kind().payment();
    }

    long totalMinor() {
        return UNIT_PRICE_MINOR * lines.stream().mapToInt(Line::quantity).sum();
    }

    /** Who orders, as the API takes them. */
    String customer() {
        return "{\"name\":\"%s\",\"language\":\"%s\"%s%s}"
                .formatted(
                        name(),
                        language,
                        email == null ? "" : ",\"email\":\"" + email + "\"",
                        phone == null ? "" : ",\"phone\":\"" + phone + "\"");
    }

    /** What is ordered, as a query asks about it. */
    String linesInQuery() {
        StringBuilder query = new StringBuilder();
        lines.forEach(
                line -> query.append("&lines=").append(line.sku()).append(':').append(line.quantity()));
        return query.toString();
    }

    /** The order as the storefront sends it; {@code offer} is the pickup day that was accepted, null without one. */
    String body(@Nullable String offer) {
        String where = isDelivery()
                ? "\"deliveryAddress\":{\"street\":\"ul. Cicha 5 m. 3\",\"postalCode\":\"00-850\",\"city\":\"Warszawa\",\"country\":\"PL\"}"
                : "\"pickupPoint\":\"" + place + "\"";
        return """
                {"orderNumber":"%s","customer":%s,"payment":"%s",%s,
                 "lines":[%s],"total":{"amountMinor":%d,"currency":"PLN"}%s}
                """.formatted(
                        reference,
                        customer(),
                        payment(),
                        where,
                        String.join(",", lines.stream().map(Line::json).toList()),
                        totalMinor(),
                        offer == null ? "" : ",\"pickupOffer\":\"" + offer + "\"");
    }
}
