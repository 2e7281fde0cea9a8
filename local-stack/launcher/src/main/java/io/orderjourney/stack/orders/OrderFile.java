package io.orderjourney.stack.orders;

import io.orderjourney.stack.orders.CsvRecords.Fields;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders in a CSV file: a row for each line of an order, the rows of an order one after another. What can be checked without
 * the shop is checked here, row by row; a row that is wrong does not hide the next.
 */
public final class OrderFile {

    /** The columns, in any order; {@code name}, {@code email}, {@code phone} and {@code language} are the customer's. */
    static final List<String> COLUMNS = List.of(
            "order_number",
            "name",
            "email",
            "phone",
            "language",
            "payment",
            "pickup_point",
            "sku",
            "article",
            "quantity",
            "unit_price",
            "currency");

    private static final Set<String> OPTIONAL = Set.of("email", "phone");
    private static final Set<String> PAYMENTS = Set.of("CREDIT", "ON_PICKUP", "PREPAID");
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /**
     * An order as it is placed.
     *
     * @param rows of the file, one for each of its lines
     * @param body of {@code POST /api/v1/orders}
     */
    public record FoundOrder(String number, List<Integer> rows, Map<String, Object> body) {}

    /** Something wrong. @param row of the file, from 1 on, the head included */
    public record RowError(int row, String column, String what) {}

    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Consumer<FoundOrder> orders;
    private final Consumer<RowError> errors;

    private OrderFile(Consumer<FoundOrder> orders, Consumer<RowError> errors) {
        this.orders = orders;
        this.errors = errors;
    }

    /** Hands every order that is right, and everything that is wrong, in the order of the file. */
    public static void read(Reader file, Consumer<FoundOrder> orders, Consumer<RowError> errors) throws IOException {
        new OrderFile(orders, errors).read(new CsvRecords(file));
    }

    private void read(CsvRecords records) throws IOException {
        Optional<Fields> head = records.next();
        if (head.isEmpty() || !isHead(head.get())) {
            return;
        }
        List<Fields> ofOrder = new ArrayList<>();
        for (Optional<Fields> row = records.next(); row.isPresent(); row = records.next()) {
            if (!ofOrder.isEmpty() && !number(row.get()).equals(number(ofOrder.get(0)))) {
                order(ofOrder);
                ofOrder.clear();
            }
            ofOrder.add(row.get());
        }
        if (!ofOrder.isEmpty()) {
            order(ofOrder);
        }
    }

    private boolean isHead(Fields head) {
        for (int place = 0; place < head.values().size(); place++) {
            columns.put(head.values().get(place).toLowerCase(Locale.ROOT), place);
        }
        List<String> missing = COLUMNS.stream()
                .filter(column -> !columns.containsKey(column) && !OPTIONAL.contains(column))
                .toList();
        missing.forEach(column -> errors.accept(new RowError(head.line(), column, "this column is missing")));
        return missing.isEmpty();
    }

    private String number(Fields row) {
        return value(row, "order_number");
    }

    private String value(Fields row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= row.values().size() ? "" : row.values().get(place);
    }

    private void order(List<Fields> rows) {
        List<RowError> wrong = new ArrayList<>();
        Fields first = rows.get(0);
        String number = number(first);
        Integer before = seen.putIfAbsent(number, first.line());
        if (before != null) {
            wrong.add(new RowError(
                    first.line(), "order_number", "rows of this order stand from row " + before + " on too"));
        }
        rows.forEach(row -> wrong.addAll(check(row)));
        if (!wrong.isEmpty()) {
            wrong.forEach(errors);
            return;
        }
        orders.accept(new FoundOrder(number, rows.stream().map(Fields::line).toList(), body(rows)));
    }

    private List<RowError> check(Fields row) {
        List<RowError> wrong = new ArrayList<>();
        for (String column : List.of("order_number", "pickup_point", "sku")) {
            if (!value(row, column).matches(CODE)) {
                wrong.add(new RowError(row.line(), column, "letters, digits, . _ - are allowed, at most 64"));
            }
        }
        for (String column : List.of("name", "language", "article")) {
            if (value(row, column).isEmpty()) {
                wrong.add(new RowError(row.line(), column, "it is empty"));
            }
        }
        if (value(row, "email").isEmpty() && value(row, "phone").isEmpty()) {
            wrong.add(new RowError(row.line(), "email", "a mail address or a phone number is needed"));
        }
        if (!PAYMENTS.contains(value(row, "payment"))) {
            wrong.add(new RowError(row.line(), "payment", "CREDIT, ON_PICKUP or PREPAID"));
        }
        if (!value(row, "quantity").matches("[1-9][0-9]{0,3}")) {
            wrong.add(new RowError(row.line(), "quantity", "a number from 1 to 9999"));
        }
        if (minor(row).isEmpty()) {
            wrong.add(new RowError(row.line(), "unit_price", "an amount of the currency, such as 1299.00"));
        }
        return wrong;
    }

    /** The price of one piece in minor units; empty if it cannot be read. */
    private Optional<Long> minor(Fields row) {
        try {
            int digits = Currency.getInstance(value(row, "currency")).getDefaultFractionDigits();
            BigDecimal price = new BigDecimal(value(row, "unit_price"));
            return price.signum() < 0 || price.precision() - price.scale() > 12
                    ? Optional.empty()
                    : Optional.of(price.movePointRight(Math.max(0, digits)).longValueExact());
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private Map<String, Object> body(List<Fields> rows) {
        Fields first = rows.get(0);
        long total = 0;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Fields row : rows) {
            long price = minor(row).orElseThrow();
            int quantity = Integer.parseInt(value(row, "quantity"));
            total += price * quantity;
            lines.add(Map.of(
                    "sku", value(row, "sku"),
                    "name", value(row, "article"),
                    "quantity", quantity,
                    "unitPrice", money(price, row)));
        }
        Map<String, Object> customer = new LinkedHashMap<>();
        customer.put("name", value(first, "name"));
        customer.put("email", textOrNull(value(first, "email")));
        customer.put("phone", textOrNull(value(first, "phone")));
        customer.put("language", value(first, "language"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderNumber", number(first));
        body.put("customer", customer);
        body.put("payment", value(first, "payment"));
        body.put("pickupPoint", value(first, "pickup_point"));
        body.put("lines", lines);
        body.put("total", money(total, first));
        return body;
    }

    private Map<String, Object> money(long amountMinor, Fields row) {
        return Map.of("amountMinor", amountMinor, "currency", value(row, "currency"));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
