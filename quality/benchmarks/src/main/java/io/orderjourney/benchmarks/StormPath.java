package io.orderjourney.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.sql.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Path S: one stock count serves every order that waits for the item; meanwhile other items are counted. */
final class StormPath implements BenchPath {

    private static final String POINT = "GDN-01";
    private static final String OTHER = "OTHER-1";
    private static final int QUIET_REQUESTS = 100;
    private static final long BETWEEN_REQUESTS_MILLIS = 50;

    private static int orders(boolean quick) {
        return quick ? 5_000 : 100_000;
    }

    @Override
    public int steps(boolean quick) {
        return 3;
    }

    @Override
    public PathResult run(BenchStack stack, boolean quick, ProgressBar progress) throws Exception {
        int count = orders(quick);
        String sku = "STORM-" + UUID.randomUUID().toString().substring(0, 8);
        Measure product = new Measure("fulfillment-service");
        try (AgroalDataSource database = stack.database("fulfillment-service", 4)) {
            Sql sql = new Sql(database);
            inCatalogue(stack, sku);
            inCatalogue(stack, OTHER);
            queue(sql, sku, count);
            progress.step("S storm, " + count + " orders wait");
            stack.pauseAllBut("fulfillment-service");
            count(stack, sku, 0);
            int[] left = {QUIET_REQUESTS};
            Latencies quiet = others(stack, () -> left[0]-- > 0);
            progress.step("S storm, a quiet minute was measured");
            double memoryBefore = Gauge.residentMegabytes(stack.pid("fulfillment-service"));
            Gauge gauge = Gauge.start(sql, stack.pid("postgres"), stack.pid("fulfillment-service"));
            long start = System.nanoTime();
            double answeredMillis = count(stack, sku, count);
            Latencies meanwhile =
                    others(stack, () -> sql.number("select count(*) from allocation_pass where sku = ?", sku) > 0);
            double seconds = Checks.secondsSince(start);
            product.add(count / seconds, gauge.costs(count));
            double memoryAfter = Gauge.residentMegabytes(stack.pid("fulfillment-service"));
            Checks.counted(
                    "orders with their goods",
                    count,
                    sql.number("select count(*) from reservation_line where sku = ? and on_shelf = 1", sku));
            Checks.counted(
                    "events that say so",
                    count,
                    sql.number(
                            "select count(*) from journey_event e join reservation_line l on l.order_id = e.journey_id"
                                    + " where l.sku = ? and e.type = 'fulfillment.stock-arrived.v1'",
                            sku));
            progress.step("S storm, every order has its goods");
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put("the count is answered after", String.format(Locale.ROOT, "%.0f ms", answeredMillis));
            figures.put("the last order is served after", String.format(Locale.ROOT, "%.1f s", seconds));
            figures.put("counts of other items before", quiet.toString());
            figures.put("counts of other items meanwhile", meanwhile.toString());
            figures.put(
                    "memory before and after",
                    String.format(Locale.ROOT, "%.0f and %.0f MB", memoryBefore, memoryAfter));
            return new PathResult(
                    "S storm: one stock count that serves " + count + " waiting orders",
                    "100,000 in 60 s; p99 of others at most 2 times (S1)",
                    product,
                    null,
                    figures,
                    List.of(
                            "counted: every order has its piece, and one event says so",
                            "what other services do with the events is not part of it: they are paused"));
        } finally {
            stack.resume();
        }
    }

    /** Counts an item that nobody waits for, in even steps of time, as long as asked. */
    private static Latencies others(BenchStack stack, BooleanSupplier goOn) throws Exception {
        List<Double> millis = new ArrayList<>();
        while (goOn.getAsBoolean()) {
            millis.add(count(stack, OTHER, 5));
            Thread.sleep(BETWEEN_REQUESTS_MILLIS);
        }
        return new Latencies(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Adds an article, if it is not there from an earlier run. */
    private static void inCatalogue(BenchStack stack, String sku) throws IOException {
        stack.send("storefront", "PUT", "fulfillment-service", "/api/v1/catalogue/" + sku, "{\"name\": \"Phone\"}");
    }

    /** Returns how many milliseconds the response took. */
    private static double count(BenchStack stack, String sku, int pieces) throws IOException {
        long start = System.nanoTime();
        int status = stack.send(
                "warehouse",
                "PUT",
                "fulfillment-service",
                "/api/v1/stock/" + POINT + "/" + sku,
                "{\"onHand\": " + pieces + "}");
        Checks.counted("status of a stock count", 200, status);
        return Checks.secondsSince(start) * 1000;
    }

    /** Orders that wait for one piece each. */
    private static void queue(Sql sql, String sku, int count) {
        sql.update("drop table if exists bench_queue");
        sql.update(
                "create unlogged table bench_queue as select gen_random_uuid() as id, nextval('reservation_place') as place"
                        + " from generate_series(1, " + count + ")");
        sql.update(
                "insert into stock_level (pickup_point, sku, on_hand, reserved, waiting, version) values (?, ?, 0, 0, ?, 1)",
                POINT,
                sku,
                count);
        sql.update("""
                insert into pickup (order_id, order_number, customer_id, language, payment, pickup_point, placed_at, readiness,
                  notified_readiness, version)
                select id, 'S-' || place, id, 'en', 'ON_PICKUP', ?, timestamptz '2026-01-01', 0, 0, 1 from bench_queue
                """, POINT);
        sql.update("insert into pickup_gate (order_id, gate)"
                + " select id, gate from bench_queue, unnest(array['GOODS_AT_PICKUP_POINT', 'ORDER_CONFIRMED']) gate");
        sql.update(
                "insert into reservation (order_id, pickup_point, place, reserved_at, supply_state)"
                        + " select id, ?, place, timestamptz '2026-01-01', 'UNKNOWN' from bench_queue",
                POINT);
        sql.update(
                "insert into reservation_line (order_id, sku, pickup_point, place, name, quantity, on_shelf)"
                        + " select id, ?, ?, place, 'Phone', 1, 0 from bench_queue",
                sku,
                POINT);
        sql.update("drop table bench_queue");
        sql.update("analyze");
    }
}
