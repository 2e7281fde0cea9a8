package io.orderjourney.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Path A: orders over HTTP, beside a loop that writes the same rows with one statement in one transaction for each order. */
final class IntakePath implements BenchPath {

    private static final int CALLERS = 32;
    private static final int WARM_UP_ROUNDS = 1;

    /** No connection was free in time: nothing has happened, and a storefront sends the order again. */
    private static final int TRY_AGAIN = 503;

    private final AtomicInteger refused = new AtomicInteger();

    private static int rounds(boolean quick) {
        return quick ? 3 : 10;
    }

    private static int orders(boolean quick) {
        return quick ? 1_000 : 10_000;
    }

    @Override
    public int steps(boolean quick) {
        return 2 * (rounds(quick) + WARM_UP_ROUNDS);
    }

    @Override
    public PathResult run(BenchStack stack, boolean quick, ProgressBar progress) throws Exception {
        int count = orders(quick);
        Measure product = new Measure("POST /orders of order-service, " + CALLERS + " callers");
        Measure raw =
                new Measure("raw loop, one statement and one transaction for each order, " + CALLERS + " callers");
        stack.pauseAllBut("order-service");
        try (AgroalDataSource database = stack.database("order-service", CALLERS + 2)) {
            Sql sql = new Sql(database);
            placeOrders(stack, sql, count, null);
            RawLoop loop = RawLoop.like(sql);
            for (int round = -WARM_UP_ROUNDS; round < rounds(quick); round++) {
                boolean productFirst = round % 2 == 0;
                if (productFirst) {
                    placeOrders(stack, sql, count, round < 0 ? null : product);
                    progress.step("A intake, the product, round " + round);
                }
                rawOrders(stack, sql, database, loop, count, round < 0 ? null : raw);
                progress.step("A intake, the raw loop, round " + round);
                if (!productFirst) {
                    placeOrders(stack, sql, count, round < 0 ? null : product);
                    progress.step("A intake, the product, round " + round);
                }
            }
            return new PathResult(
                    "A intake: " + count + " orders of one line, placed by " + CALLERS + " callers",
                    "at least 0.8 times the raw loop (A1)",
                    product,
                    raw,
                    Map.of("rows for each order", loop.rowsOfOne(), "sent again after 503", refused.toString()),
                    List.of(
                            "counted: as many orders as responses 201, and as many raw rows",
                            "the other services are paused; the relay of order-service publishes meanwhile",
                            "the product also reads JSON over HTTP, checks it, and keeps the response for a repeated request"));
        } finally {
            stack.resume();
        }
    }

    private void placeOrders(BenchStack stack, Sql sql, int count, @Nullable Measure measure) throws Exception {
        long before = sql.number("select count(*) from customer_order");
        Gauge gauge = Gauge.start(sql, stack.pid("postgres"), stack.pid("order-service"));
        long start = System.nanoTime();
        byCallers(count, () -> {
            String order = order();
            int status = stack.send("storefront", "POST", "order-service", "/api/v1/orders", order);
            while (status == TRY_AGAIN) {
                refused.incrementAndGet();
                status = stack.send("storefront", "POST", "order-service", "/api/v1/orders", order);
            }
            Checks.counted("status of an order", 201, status);
        });
        double seconds = Checks.secondsSince(start);
        if (measure != null) {
            measure.add(count / seconds, gauge.costs(count));
        }
        Checks.counted("orders", before + count, sql.number("select count(*) from customer_order"));
        Checks.await("outbox", 0, () -> sql.number("select count(*) from outbox"));
    }

    private static void rawOrders(
            BenchStack stack, Sql sql, AgroalDataSource database, RawLoop loop, int count, @Nullable Measure measure)
            throws Exception {
        loop.empty(sql);
        Gauge gauge =
                Gauge.start(sql, stack.pid("postgres"), ProcessHandle.current().pid());
        Sql caller = new Sql(database);
        long start = System.nanoTime();
        byCallers(count, () -> loop.placeOne(caller));
        double seconds = Checks.secondsSince(start);
        if (measure != null) {
            measure.add(count / seconds, gauge.costs(count));
        }
        Checks.counted("raw orders", count, loop.orders(sql));
    }

    /** Work that may fail in any way. */
    private interface Work {
        void run() throws Exception;
    }

    private static void byCallers(int count, Work work) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(() -> {
                    work.run();
                    return null;
                });
            }
            for (Future<Void> one : callers.invokeAll(all)) {
                one.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static String order() {
        return """
                {
                  "orderNumber": "B-%s",
                  "customer": {"name": "Jan Kowalski", "email": "jan.kowalski@example.com", "language": "pl",
                    "preferredChannel": "EMAIL"},
                  "payment": "ON_PICKUP",
                  "pickupPoint": "WAW-01",
                  "lines": [{"sku": "PHN-NOVA-X5", "name": "Telefon Nova X5", "quantity": 1,
                    "unitPrice": {"amountMinor": 249900, "currency": "PLN"}}],
                  "total": {"amountMinor": 249900, "currency": "PLN"}
                }
                """.formatted(UUID.randomUUID().toString().substring(0, 18));
    }
}
