package io.orderjourney.benchmarks;

import io.orderjourney.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The least that an order can cost: every row that the product wrote for one order, written again with new keys by one
 * statement, into copies of its tables with the same indexes, in the schema {@code raw}. No foreign keys, triggers or rules.
 */
final class RawLoop {

    /** Which columns get a key of the new order; all others are copied from the order that is taken as the pattern. */
    private static final Map<String, Map<String, String>> KEYS = new LinkedHashMap<>();

    private static final String ORDER = "n.journey_id";
    private static final String CUSTOMER = "n.customer_id";
    private static final String FRESH = "gen_random_uuid()";

    static {
        KEYS.put("customer", Map.of("id", CUSTOMER));
        KEYS.put("customer_term", Map.of("customer_id", CUSTOMER));
        KEYS.put(
                "customer_order",
                Map.of("journey_id", ORDER, "customer_id", CUSTOMER, "order_number", "n.journey_id::text"));
        KEYS.put("order_line", Map.of("journey_id", ORDER));
        KEYS.put("promise", Map.of("id", FRESH, "journey_id", ORDER, "customer_id", CUSTOMER));
        KEYS.put("journey_sequence", Map.of("journey_id", ORDER));
        KEYS.put("journey_event", Map.of("event_id", FRESH, "journey_id", ORDER));
        KEYS.put("state_outbox", Map.of("key", "n.customer_id::text"));
        KEYS.put("idempotency_key", Map.of("key", "n.journey_id::text"));
    }

    private final String statement;
    private final Map<String, Long> rows;

    private RawLoop(String statement, Map<String, Long> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** Takes the newest order as the pattern. */
    static RawLoop like(Sql sql) {
        sql.update("drop schema if exists raw cascade");
        sql.update("create schema raw");
        Map<String, String> pattern = pattern(sql);
        Map<String, Long> rows = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        parts.add("n as (select ?::uuid as journey_id, ?::uuid as customer_id)");
        for (Map.Entry<String, Map<String, String>> table : KEYS.entrySet()) {
            String name = table.getKey();
            sql.update("create table raw." + name + " (like public." + name + " including all)");
            sql.update(
                    "create table raw.of_" + name + " as select * from public." + name + " where " + pattern.get(name));
            rows.put(name, sql.number("select count(*) from raw.of_" + name));
            parts.add("into_" + name + " as (" + insert(sql, name, table.getValue())
                    + (name.equals("journey_event") ? " returning position" : "") + ")");
        }
        sql.update("create table raw.outbox (like public.outbox including all)");
        rows.put("outbox", rows.getOrDefault("journey_event", 0L));
        String statement = "with " + String.join(", ", parts)
                + " insert into raw.outbox (partition, position) select 0, position from into_journey_event";
        return new RawLoop(statement, rows);
    }

    /** Which rows belong to the newest order. */
    private static Map<String, String> pattern(Sql sql) {
        String order = sql.first(
                        "select journey_id from customer_order order by placed_at desc limit 1",
                        row -> row.getString(1))
                .orElseThrow();
        String customer = sql.first(
                        "select customer_id from customer_order where journey_id = ?::uuid",
                        row -> row.getString(1),
                        order)
                .orElseThrow();
        String ofOrder = "journey_id = '" + order + "'";
        String ofCustomer = "customer_id = '" + customer + "'";
        Map<String, String> pattern = new LinkedHashMap<>();
        KEYS.keySet().forEach(table -> pattern.put(table, ofOrder));
        pattern.put("customer", "id = '" + customer + "'");
        pattern.put("customer_term", ofCustomer);
        pattern.put("state_outbox", "key = '" + customer + "'");
        pattern.put("idempotency_key", "convert_from(body, 'UTF8') like '%" + order + "%'");
        // What the order's own transaction wrote, not what followed from it.
        pattern.put(
                "journey_event",
                ofOrder + " and occurred_at = (select min(occurred_at) from public.journey_event where " + ofOrder
                        + ")");
        return pattern;
    }

    private static String insert(Sql sql, String table, Map<String, String> keys) {
        List<String> columns = sql.query("""
                select attname from pg_attribute where attrelid = ('public.' || ?)::regclass and attnum > 0
                  and not attisdropped and attidentity = '' and attgenerated = '' order by attnum
                """, row -> row.getString(1), table);
        return "insert into raw." + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream()
                        .map(column -> keys.getOrDefault(column, "t." + column))
                        .collect(Collectors.joining(", "))
                + " from raw.of_" + table + " t, n";
    }

    void placeOne(Sql sql) {
        sql.update(statement, UUID.randomUUID(), UUID.randomUUID());
    }

    void empty(Sql sql) {
        rows.keySet().forEach(table -> sql.update("truncate raw." + table));
    }

    long orders(Sql sql) {
        return sql.number("select count(*) from raw.customer_order");
    }

    /** How many rows of each table an order has. */
    String rowsOfOne() {
        return rows.entrySet().stream()
                .map(table -> table.getValue() + " " + table.getKey())
                .collect(Collectors.joining(", "));
    }
}
