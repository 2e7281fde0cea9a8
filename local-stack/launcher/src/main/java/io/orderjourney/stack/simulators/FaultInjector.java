package io.orderjourney.stack.simulators;

import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Responses;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a simulator's work through the faults that it is set to. */
final class FaultInjector {

    /** What the simulator answers when nothing goes wrong. */
    record Response(int status, Object body) {}

    private final Ledger ledger;
    private final Supplier<Faults> faults;
    /** Seeded, so that a run with an error rate can be repeated. */
    private final Random random = new Random(4);

    FaultInjector(Ledger ledger, Supplier<Faults> faults) {
        this.ledger = ledger;
        this.faults = faults;
    }

    Handler<RoutingContext> inject(Function<RoutingContext, Response> work) {
        return context -> {
            Faults now = faults.get();
            if (now.down()) {
                failed(context, "connection cut");
                context.request().connection().close();
                return;
            }
            boolean error = random.nextDouble() < now.errorRate();
            if (error && !now.errorAfterWork()) {
                failed(context, "status " + now.statusOfErrors());
                later(context, now, () -> Responses.problem(context, now.statusOfErrors(), "Out of order", "As set."));
                return;
            }
            Response response = work.apply(context);
            later(context, now, () -> {
                if (error) {
                    Responses.problem(
                            context, now.statusOfErrors(), "Out of order", "As set, after the work was done.");
                } else if (now.garbage()) {
                    Responses.html(context, "<html><body>Welcome to our new website!</body></html>");
                } else {
                    Responses.json(context, response.status(), response.body());
                }
            });
        };
    }

    private void failed(RoutingContext context, String how) {
        ledger.write(
                "failed",
                context.request().getHeader("Idempotency-Key") == null
                        ? ""
                        : context.request().getHeader("Idempotency-Key"),
                Map.of(
                        "asked",
                        context.request().method() + " " + context.request().path(),
                        "how",
                        how));
    }

    private static void later(RoutingContext context, Faults faults, Runnable response) {
        if (faults.responseDelayMillis() <= 0) {
            response.run();
            return;
        }
        context.vertx().setTimer(faults.responseDelayMillis(), timer -> {
            if (!context.response().closed()) {
                response.run();
            }
        });
    }

    static BadRequest notFound(String what) {
        return new BadRequest(404, "There is no " + what + " here.");
    }
}
